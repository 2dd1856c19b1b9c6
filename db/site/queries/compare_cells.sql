-- vi: Ô của bảng so sánh của một số kế hoạch (:documents là danh sách JSON), chỉ những gì bảng hiển thị, hoặc chỉ vài chỉ tiêu (:measures là danh sách JSON) kèm câu nguyên văn.
-- en: Cells of the comparison for some plans (:documents is a JSON list), only what the matrix shows, or a few measures (:measures is a JSON list) with their sentences.
SELECT
    c.id,
    d.slug AS plan,
    c.measure,
    c.year,
    c.year_basis,
    c.subgroup,
    c.comparator,
    c.value,
    c.value_high,
    c.unit,
    c.per,
    c.stance,
    c.milestone IS NOT NULL AS due,
    s.year AS programme_year,
    c.difference,
    t.corrected IS NOT NULL AS corrected,
    CASE WHEN :measures <> '' THEN t.quote END AS quote,
    CASE WHEN :measures <> '' THEN t.key END AS "key",
    CASE WHEN :measures <> '' THEN t.section END AS section,
    CASE WHEN :measures <> '' THEN t.page END AS page
FROM json_each(:documents) chosen
JOIN documents d ON d.id = chosen.value
JOIN comparisons c ON c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
WHERE (:measures = '' OR c.measure IN (SELECT value FROM json_each(:measures)))
  AND (:year = '' OR c.year = CAST(:year AS INTEGER) OR c.year IS NULL)
ORDER BY chosen.key, c.year, c.subgroup, t.position
