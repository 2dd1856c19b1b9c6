-- vi: Số kế hoạch có hiệu lực trong từng năm.
-- en: Plans whose period covers each year.
WITH RECURSIVE years (year) AS (
    SELECT min(period_start) FROM documents WHERE plan = id
    UNION ALL
    SELECT year + 1 FROM years WHERE year < (SELECT max(period_end) FROM documents WHERE plan = id)
)
SELECT year, count(*) AS plans
FROM years
JOIN documents d ON d.plan = d.id AND years.year BETWEEN d.period_start AND d.period_end
GROUP BY year
ORDER BY year
LIMIT 30
