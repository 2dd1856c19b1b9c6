-- vi: Kết quả thực hiện của các địa phương theo chương trình, chỉ tiêu, năm, đánh giá.
-- en: What localities have reached, by programme, measure, year and verdict.
WITH chosen AS (
    -- plan by plan in the order of the page, until there are enough
    SELECT d.id, d.slug, d.sort_key, m.position AS of_measure, p.position, p.subgroup, p.year
    FROM documents d
    CROSS JOIN progresses p ON p.document = d.id
    LEFT JOIN measures m ON m.programme = p.programme AND m.code = p.measure
    -- part: progress_chosen
      AND (:verdict = '' OR :verdict =
    -- part: progress_verdict
      )
    ORDER BY d.sort_key, d.slug, m.position, p.subgroup, p.year
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    p.*,
    t.key AS target_key,
    r.key AS result_key,
    d.sort_key,
    d.period_start,
    d.period_end,
    d.unit AS unit_code,
    d.issuer_kind,
    d.issuer
FROM chosen
JOIN documents d ON d.id = chosen.id
JOIN progress p ON p.plan = chosen.slug AND p.position = chosen.position AND p.year = chosen.year
LEFT JOIN targets t ON t.id = p.target
LEFT JOIN results r ON r.id = p.result
ORDER BY chosen.sort_key, chosen.slug, chosen.of_measure, chosen.subgroup, chosen.year
