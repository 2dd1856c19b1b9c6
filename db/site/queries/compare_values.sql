-- vi: Ô của bảng so sánh: mỗi dòng một giá trị của một kế hoạch, kèm trích nguyên văn; tham số trống nghĩa là tất cả.
-- en: Cells of the comparison: one row a value of a plan with its quote; an empty parameter means all.
WITH chosen AS (
    -- part: chosen_plans
)
SELECT
    c.id,
    d.slug AS plan,
    -- part: locality
    d.issuer AS plan_issuer,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
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
    c.reason,
    c.milestone IS NOT NULL AS due,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    m.unit AS programme_unit,
    m.per AS programme_per,
    c.difference,
    c.parent_value,
    c.parent_stance,
    t.quote,
    t.page,
    t.section,
    t.corrected
FROM chosen
JOIN documents d ON d.id = chosen.id
JOIN comparisons c ON c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
JOIN measures m ON m.programme = c.programme AND m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
WHERE (:measures = '' OR c.measure IN (SELECT value FROM json_each(:measures)))
  AND (:year = '' OR c.year = CAST(:year AS INTEGER) OR c.year IS NULL)
ORDER BY
    chosen.sorted IS NULL AND :sort <> '',
    CASE WHEN :down = '' THEN chosen.sorted END,
    CASE WHEN :down <> '' THEN chosen.sorted END DESC,
    chosen.sort_key,
    d.id, m.position, c.year, c.subgroup, t.position
