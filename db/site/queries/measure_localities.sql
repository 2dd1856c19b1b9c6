-- vi: Mức của một chỉ tiêu thành phần (:measure) ở các địa phương của một cấp (:level), một năm (:year), với mức đầu kỳ; :within là danh sách JSON mã tỉnh, :documents chỉ những kế hoạch này.
-- en: Values of one measure (:measure) in localities of a level (:level) for a year (:year), with their baselines; :within is a JSON list of codes of provinces, :documents one of plans.
SELECT
    d.unit,
    u.full_name AS unit_name,
    u.province AS unit_province,
    d.id AS document,
    d.slug AS plan,
    d.plan_kind,
    d.issued_on,
    d.period_start,
    d.period_end,
    c.id AS cell,
    c.year,
    c.subgroup,
    c.comparator,
    c.value,
    c.value_high,
    c.unit AS value_unit,
    c.per,
    c.conversion,
    c.stance,
    c.difference,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    CASE WHEN c.conversion IS NULL THEN t.baseline_value END AS baseline_value,
    CASE WHEN c.conversion IS NULL THEN t.baseline_year END AS baseline_year,
    t.quote,
    t.key,
    t.corrected IS NOT NULL AS corrected
FROM comparisons c
JOIN documents d ON d.id = c.document AND d.plan = d.id
JOIN units u ON u.code = d.unit
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.level = :level
  -- part: own_plan
  AND (:year = '' OR c.year = CAST(:year AS INTEGER) OR c.year IS NULL)
  AND (:documents = '' OR c.document IN (SELECT value FROM json_each(:documents)))
  AND (:kind = '' OR d.plan_kind = :kind)
  AND (:within = '' OR u.province IN (SELECT value FROM json_each(:within)))
ORDER BY u.sort_key, d.id, c.year, c.subgroup
