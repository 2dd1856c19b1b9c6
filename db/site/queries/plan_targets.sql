-- vi: Chỉ tiêu của một kế hoạch, so với Chương trình và kế hoạch làm căn cứ.
-- en: Targets of one plan beside the programme's values and those of the plan it carries out.
SELECT
    t.id,
    t.key,
    t.kind,
    t.measure,
    m.short_vi,
    m.name_en,
    t.match,
    t.indicator_no,
    t.subject,
    t.subgroup,
    t.comparator,
    t.value,
    t.value_high,
    t.unit,
    t.per,
    t.total,
    t.counted,
    t.year,
    t.year_from,
    t.per_year,
    t.change,
    t.baseline_value,
    t.baseline_year,
    c.id AS cell,
    c.stance,
    c.conversion,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    m.unit AS programme_unit,
    m.per AS programme_per,
    c.parent_value,
    c.parent_stance,
    t.section,
    t.page,
    t.quote,
    t.quote_start,
    t.quote_end,
    t.confidence,
    t.ocr,
    t.corrected
FROM targets t
JOIN documents d ON d.id = t.document
LEFT JOIN measures m ON m.programme = t.programme AND m.code = t.measure
LEFT JOIN comparisons c ON c.target = t.id AND c.programme = t.programme
LEFT JOIN milestones s ON s.id = c.milestone
WHERE d.slug = :plan
GROUP BY t.id
ORDER BY t.position
