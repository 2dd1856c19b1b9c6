-- vi: Giá trị mà các kế hoạch đặt ra cho một chỉ tiêu thành phần (:measure), kèm trích nguyên văn.
-- en: Values that plans set for one measure (:measure), with their quotes.
SELECT
    c.id AS cell,
    d.slug AS plan,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end,
    c.year,
    c.year_basis,
    c.subgroup,
    c.comparator,
    c.value,
    c.value_high,
    c.unit,
    c.per,
    c.conversion,
    c.stance,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    m.unit AS programme_unit,
    m.per AS programme_per,
    c.difference,
    t.quote,
    t.page,
    t.section,
    t.key,
    t.corrected,
    count(*) OVER () AS found
FROM comparisons c
JOIN documents d ON d.id = c.document
JOIN targets t ON t.id = c.target
JOIN measures m ON m.programme = c.programme AND m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
  AND (:year = '' OR c.year = CAST(:year AS INTEGER))
  AND (:only = '' OR c.stance = :only)
ORDER BY d.sort_key, d.id, c.year, c.subgroup
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
