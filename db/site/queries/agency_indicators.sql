-- vi: Chỉ tiêu giao cho một cơ quan (:agency), nêu bằng số trong nhiệm vụ hoặc ở chính chỉ tiêu; số kế hoạch giao.
-- en: Indicators laid on one agency (:agency), named by number in its duties or beside the target; in how many plans.
WITH laid AS (
    SELECT CAST(i.value AS INTEGER) AS indicator, m.document
    FROM agency_mentions m
    JOIN assignments a ON a.id = m.record
    JOIN json_each(coalesce(a.indicators, '[]')) i
    WHERE m.agency = :agency AND m.kind = 'assignment' AND m.holds = 'agency'
    UNION
    SELECT me.indicator, m.document
    FROM agency_mentions m JOIN targets t ON t.id = m.record JOIN measures me ON me.programme = t.programme AND me.code = t.measure
    WHERE m.agency = :agency AND m.kind = 'target'
),
named AS (
    SELECT m.* FROM measures m JOIN programmes p ON p.id = m.programme AND p.is_default = 1
)
SELECT
    laid.indicator,
    (SELECT group_concat(short_vi, '; ') FROM (SELECT short_vi FROM named WHERE indicator = laid.indicator ORDER BY code)) AS names_vi,
    (SELECT group_concat(name_en, '; ') FROM (SELECT name_en FROM named WHERE indicator = laid.indicator ORDER BY code)) AS names_en,
    (SELECT min(code) FROM named WHERE indicator = laid.indicator) AS measure,
    count(*) AS plans
FROM laid JOIN documents d ON d.id = laid.document AND d.plan = d.id
GROUP BY laid.indicator
ORDER BY laid.indicator
