-- vi: Mức của một chỉ tiêu thành phần (:measure) trong các kế hoạch của một số tỉnh (:provinces là danh sách JSON), so với chương trình và kế hoạch cấp trên.
-- en: What plans of some provinces (:provinces is a JSON list) set of one measure (:measure), beside the programme and the plan above.
SELECT
    d.slug AS plan,
    c.id,
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
    s.year AS programme_year,
    c.milestone IS NOT NULL AS due,
    c.difference,
    parent.slug AS parent,
    c.parent_value,
    c.parent_stance,
    c.parent_difference,
    t.key,
    t.quote,
    t.section,
    t.page
FROM documents d
JOIN comparisons c ON c.document = d.id
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
LEFT JOIN documents parent ON parent.id = c.parent
WHERE d.plan = d.id
  AND c.measure = :measure
  AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND d.id IN
    -- part: of_provinces
ORDER BY d.sort_key, d.id, c.year, c.subgroup, t.position
