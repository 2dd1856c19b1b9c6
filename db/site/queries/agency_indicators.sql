-- vi: Chỉ tiêu giao cho một cơ quan (:agency), nêu bằng số trong nhiệm vụ hoặc ở chính chỉ tiêu, theo chương trình mà kế hoạch thực hiện; số kế hoạch giao.
-- en: Indicators laid on one agency (:agency), named by number in its duties or beside the target, by the programme carried out; in how many plans.
WITH laid AS (
    SELECT CAST(i.value AS INTEGER) AS indicator, m.document,
           (SELECT c.programme FROM carried c JOIN programmes p ON p.id = c.programme WHERE c.document = m.document ORDER BY p.is_default DESC, c.distance, p.id LIMIT 1) AS programme
    FROM agency_mentions m
    JOIN assignments a ON a.id = m.record
    JOIN json_each(coalesce(a.indicators, '[]')) i
    WHERE m.agency = :agency AND m.kind = 'assignment' AND m.holds = 'agency'
    UNION
    SELECT me.indicator, m.document, me.programme
    FROM agency_mentions m JOIN targets t ON t.id = m.record JOIN measures me ON me.programme = t.programme AND me.code = t.measure
    WHERE m.agency = :agency AND m.kind = 'target'
)
SELECT
    laid.indicator,
    laid.programme,
    p.decision_vi,
    p.decision_en,
    (SELECT group_concat(short_vi, '; ') FROM (SELECT short_vi FROM measures m WHERE m.programme = laid.programme AND m.indicator = laid.indicator ORDER BY m.code)) AS names_vi,
    (SELECT group_concat(name_en, '; ') FROM (SELECT name_en FROM measures m WHERE m.programme = laid.programme AND m.indicator = laid.indicator ORDER BY m.code)) AS names_en,
    (SELECT min(code) FROM measures m WHERE m.programme = laid.programme AND m.indicator = laid.indicator) AS measure,
    count(*) AS plans
FROM laid JOIN documents d ON d.id = laid.document AND d.plan = d.id
LEFT JOIN programmes p ON p.id = laid.programme
GROUP BY laid.programme, laid.indicator
ORDER BY laid.programme, laid.indicator
