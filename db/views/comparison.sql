-- One row: a plan × a measure of a programme × a year × a group, with the plan's value, the programme's and the parent's.
SELECT
    d.slug AS plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    d.period_start,
    d.period_end,
    c.programme,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
    m.direction,
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
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    c.difference,
    c.difference_percent,
    p.slug AS parent,
    c.parent_value,
    c.parent_stance,
    t.quote,
    t.page,
    t.section,
    t.confidence
FROM comparisons c
JOIN documents d ON d.id = c.document
JOIN measures m ON m.programme = c.programme AND m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
LEFT JOIN documents p ON p.id = c.parent
