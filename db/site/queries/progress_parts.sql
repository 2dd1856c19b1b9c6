-- vi: Số liệu của các đơn vị bên dưới được cộng thành kết quả của một kế hoạch (:plan) cho một chỉ tiêu (:measure) và một năm.
-- en: Figures of the units below that are summed up to what a plan's unit reached (:plan) of a measure (:measure) in a year.
SELECT
    below.full_name AS unit_name,
    below.level,
    coalesce(r.year, r.period_end) AS year,
    r.subgroup,
    r.numerator,
    r.denominator,
    r.value,
    r.unit,
    r.per,
    r.estimated,
    s.slug AS result_document,
    r.cell,
    r.quote
FROM documents d
JOIN units home ON home.code = d.unit OR home.code IN (SELECT became FROM unit_changes WHERE unit = d.unit)
JOIN units below ON below.parent = home.code OR below.province = home.code
JOIN result_units u ON u.unit = below.code
JOIN results r ON r.id = u.result
JOIN documents s ON s.id = r.document
JOIN result_alignments a ON a.result = r.id AND a.match = 'exact'
WHERE d.slug = :plan
  AND a.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND a.measure = :measure
  AND (:year = '' OR coalesce(r.year, r.period_end) = CAST(:year AS INTEGER))
  AND r.denominator IS NOT NULL
  AND coalesce(r.year, r.period_end) || '-12-31' BETWEEN below.valid_from AND coalesce(below.valid_to, '9999')
GROUP BY r.id
ORDER BY below.level, below.sort_key, year, r.id
