-- vi: Cơ quan được nhắc trong một kế hoạch, với tên chung.
-- en: Agencies named in one plan under the names that their spellings share.
SELECT m.record, m.holds, m.as_written, g.id AS agency, g.name, g.general, g.valid_to
FROM agency_mentions m
JOIN documents d ON d.id = m.document
LEFT JOIN agencies g ON g.id = m.agency
WHERE d.slug = :plan
ORDER BY m.rowid
