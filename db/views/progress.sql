-- One row: a plan × a measure (or an aim that no programme asks) × a year × a group: what was aimed at, what was reached, what follows.
SELECT
    d.slug AS plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    p.programme,
    p.measure,
    coalesce(m.short_vi, p.subject) AS measure_vi,
    coalesce(m.name_vi, p.subject) AS measure_name,
    m.name_en AS measure_en,
    m.direction,
    p.year,
    p.subgroup,
    p.basis,
    p.asked_year,
    p.asked_comparator,
    p.asked_value,
    p.asked_high,
    -- of how many: `16/24 xã`
    CASE WHEN p.unit = 'count' AND p.basis = 'plan' THEN t.total END AS asked_total,
    p.value,
    p.value_high,
    CASE WHEN p.unit = 'count' THEN r.total END AS total,
    p.numerator,
    p.denominator,
    p.units_counted,
    p.units_expected,
    p.unit,
    p.per,
    p.estimated,
    p.others,
    p.difference,
    -- a year that is not over has no result yet
    CASE WHEN p.verdict = 'no-data' AND p.reason IS NULL AND p.year >= CAST(strftime('%Y', 'now') AS INTEGER) THEN 'not-due' ELSE p.verdict END AS verdict,
    p.reason,
    p.before_year,
    p.before_value,
    p.trend,
    t.quote AS target_quote,
    r.quote,
    r.source,
    r.agency,
    r.cell,
    r.note,
    r.as_of,
    r.confidence,
    s.slug AS result_document,
    p.target,
    p.result,
    p.position
FROM progresses p
JOIN documents d ON d.id = p.document
LEFT JOIN measures m ON m.programme = p.programme AND m.code = p.measure
LEFT JOIN targets t ON t.id = p.target
LEFT JOIN results r ON r.id = p.result
LEFT JOIN documents s ON s.id = r.document
