-- vi: Giá trị của một chỉ tiêu thành phần (:measure) trong kế hoạch không được đánh giá theo chương trình ấy: chỉ để tham khảo.
-- en: Values of one measure (:measure) in plans that its programme does not judge: for reference.
WITH chosen AS (
    SELECT t.id, count(*) OVER () AS found
    FROM alignments a
    JOIN targets t ON t.id = a.target
    JOIN documents d ON d.id = t.document
    WHERE a.measure = :measure AND a.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
      AND d.plan = d.id AND d.genre IN ('plan', 'allocation', 'resolution') AND t.value IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM comparisons c WHERE c.target = a.target AND c.programme = a.programme)
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:year = '' OR coalesce(t.year, d.period_end) = CAST(:year AS INTEGER))
    ORDER BY d.sort_key, d.id, coalesce(t.year, d.period_end), t.subgroup
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
)
SELECT
    t.id,
    t.document,
    t.key,
    d.slug AS plan,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end,
    coalesce(t.year, d.period_end) AS year,
    t.subgroup,
    t.comparator,
    t.value,
    t.value_high,
    t.unit,
    t.per,
    t.total,
    t.quote,
    chosen.found
FROM chosen
JOIN targets t ON t.id = chosen.id
JOIN documents d ON d.id = t.document
ORDER BY d.sort_key, d.id, year, t.subgroup
