-- vi: Những gì có thể lọc: cấp, tỉnh, loại kế hoạch có trong dữ liệu, với số kế hoạch.
-- en: What there is to filter by: levels, provinces, kinds of plans, with how many plans.
SELECT 'level' AS filter, level AS value, count(*) AS plans, min(CASE level WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 ELSE 3 END) AS place
FROM documents WHERE plan = id AND level IS NOT NULL GROUP BY level
UNION ALL
SELECT 'province', province, count(*), min(sort_key) FROM documents WHERE plan = id AND province IS NOT NULL GROUP BY province
UNION ALL
SELECT 'kind', plan_kind, count(*), plan_kind FROM documents WHERE plan = id AND plan_kind IS NOT NULL GROUP BY plan_kind
ORDER BY filter, place
