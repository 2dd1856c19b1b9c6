-- vi: Những gì có thể lọc: cấp, tỉnh, năm, loại kế hoạch có trong dữ liệu, với số kế hoạch.
-- en: What there is to filter by: levels, provinces, years, kinds of plans, with how many plans.
SELECT 'level' AS filter, level AS value, count(*) AS plans, min(CASE level WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 ELSE 3 END) AS place
FROM documents WHERE plan = id AND level IS NOT NULL GROUP BY level
UNION ALL
SELECT 'province', province, count(*), min(sort_key) FROM documents WHERE plan = id AND province IS NOT NULL GROUP BY province
UNION ALL
SELECT 'kind', plan_kind, count(*), plan_kind FROM documents WHERE plan = id AND plan_kind IS NOT NULL GROUP BY plan_kind
UNION ALL
SELECT 'year', period_start, count(*), period_start FROM documents WHERE plan = id AND period_start IS NOT NULL GROUP BY period_start
ORDER BY filter, place
