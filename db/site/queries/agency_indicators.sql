-- vi: Chỉ tiêu giao cho một cơ quan (:agency): số chỉ tiêu được nêu trong nhiệm vụ, số kế hoạch nêu.
-- en: Indicators laid on one agency (:agency): numbers that its duties name, and in how many plans.
SELECT CAST(i.value AS INTEGER) AS indicator, group_concat(DISTINCT me.short_vi) AS names_vi, group_concat(DISTINCT me.name_en) AS names_en,
       min(me.code) AS measure, count(DISTINCT m.document) AS plans
FROM agency_mentions m
JOIN assignments a ON a.id = m.record
JOIN json_each(coalesce(a.indicators, '[]')) i
LEFT JOIN measures me ON me.indicator = i.value
WHERE m.agency = :agency AND m.kind = 'assignment' AND m.holds = 'agency'
GROUP BY 1
UNION ALL
SELECT me.indicator, me.short_vi, me.name_en, me.code, count(DISTINCT m.document)
FROM agency_mentions m JOIN targets t ON t.id = m.record JOIN measures me ON me.code = t.measure
WHERE m.agency = :agency AND m.kind = 'target'
GROUP BY me.code
ORDER BY 1
