-- vi: Kết quả thực hiện của các địa phương theo chương trình, chỉ tiêu, năm, đánh giá.
-- en: What localities have reached, by programme, measure, year and verdict.
SELECT
    p.*,
    t.key AS target_key,
    r.key AS result_key,
    d.sort_key,
    d.period_start,
    d.period_end,
    d.unit AS unit_code,
    d.issuer_kind,
    d.issuer,
    count(*) OVER () AS found
FROM progress p
JOIN documents d ON d.slug = p.plan
LEFT JOIN measures m ON m.programme = p.programme AND m.code = p.measure
LEFT JOIN targets t ON t.id = p.target
LEFT JOIN results r ON r.id = p.result
WHERE p.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND (:measure = '' OR p.measure = :measure)
  AND (:level = '' OR p.level = :level)
  AND (:province = '' OR p.province = :province)
  AND (:year = '' OR p.year = CAST(:year AS INTEGER))
  AND (:verdict = '' OR p.verdict = :verdict)
  AND (:known = '' OR p.value IS NOT NULL)
  AND (:known = '' OR d.slug IN (
      -- few have results: these plans alone are looked at
      SELECT one.slug
      FROM progresses x
      CROSS JOIN documents one ON one.id = x.document
      WHERE x.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
        AND x.measure IN (SELECT code FROM measures WHERE :measure = '' UNION SELECT :measure)
        AND x.value IS NOT NULL
  ))
ORDER BY d.sort_key, p.plan, m.position, p.subgroup, p.year
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
