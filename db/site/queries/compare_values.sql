-- vi: Ô của bảng so sánh: mỗi dòng một giá trị của một kế hoạch, kèm trích nguyên văn; tham số trống nghĩa là tất cả.
-- en: Cells of the comparison: one row a value of a plan with its quote; an empty parameter means all.
WITH chosen AS (
    SELECT d.id, d.sort_key
    FROM documents d
    LEFT JOIN units u ON u.code = d.unit
    WHERE d.plan = d.id
      AND EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.programme = :programme)
      AND (:only = '' OR EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.stance = :only))
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:kind = '' OR d.plan_kind = :kind)
      AND (:place = '' OR instr(d.folded, :place))
      AND (:units = '' OR (:units = 'new') = (u.code IS NOT NULL AND u.valid_to IS NULL))
      AND (:year = '' OR EXISTS (SELECT 1 FROM comparisons y WHERE y.document = d.id AND y.year = CAST(:year AS INTEGER)))
    ORDER BY d.sort_key, d.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    c.id,
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    d.commune,
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
JOIN comparisons c ON c.document = d.id AND c.programme = :programme
JOIN measures m ON m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
WHERE (:year = '' OR c.year = CAST(:year AS INTEGER) OR c.year IS NULL)
ORDER BY chosen.sort_key, d.id, m.position, c.year, c.subgroup, t.position
