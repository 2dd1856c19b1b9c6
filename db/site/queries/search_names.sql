-- vi: Chỉ tiêu, cơ quan, văn bản có tên chứa những từ cần tìm (:words không dấu, cách nhau bằng gạch nối).
-- en: Measures, agencies and laws whose names hold the words looked for (:words folded, joined by hyphens).
SELECT * FROM (
    SELECT 'agency' AS kind, a.id, a.name, (SELECT count(*) FROM agency_mentions m JOIN documents d ON d.id = m.document AND d.plan = d.id WHERE m.agency = a.id) AS mentions
    FROM agencies a
    WHERE a.general = 0 AND instr('-' || a.id || '-', '-' || :words || '-')
    ORDER BY mentions DESC
    LIMIT 6
)
UNION ALL
SELECT * FROM (
    SELECT 'law', l.key, coalesce(l.number, l.name) || ' – ' || coalesce(l.subject, ''), 0
    FROM laws l
    WHERE instr(replace(coalesce(l.number_key, ''), ' ', '-'), :words)
    LIMIT 6
)
