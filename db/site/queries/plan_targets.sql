-- vi: Chỉ tiêu của một kế hoạch, so với từng chương trình mà kế hoạch thực hiện và với kế hoạch làm căn cứ.
-- en: Targets of one plan beside each programme that it carries out, and the plan that it carries out.
SELECT
    t.id,
    t.key,
    t.kind,
    coalesce(c.measure, t.measure) AS measure,
    coalesce(c.programme, t.programme) AS programme,
    p.kind_vi,
    p.kind_en,
    p.decision_vi,
    p.decision_en,
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
LEFT JOIN comparisons c ON c.target = t.id
LEFT JOIN measures m ON m.programme = coalesce(c.programme, t.programme) AND m.code = coalesce(c.measure, t.measure)
LEFT JOIN programmes p ON p.id = m.programme
LEFT JOIN milestones s ON s.id = c.milestone
WHERE d.slug = :plan
ORDER BY t.position, p.is_default DESC, p.id
