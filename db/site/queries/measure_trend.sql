-- vi: Diễn biến của một chỉ tiêu thành phần (:measure) trong một số kế hoạch (:documents là danh sách JSON): mức đầu kỳ, mức phấn đấu, kết quả theo năm.
-- en: One measure (:measure) over the years in some plans (:documents is a JSON list): baselines, values aimed at, results.
SELECT d.id AS document, d.unit, d.slug AS plan, 'aimed' AS what, c.year, c.value, c.stance, c.subgroup
FROM json_each(:documents) chosen
JOIN documents d ON d.id = chosen.value
JOIN comparisons c ON c.document = d.id AND c.measure = :measure
WHERE c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.value IS NOT NULL AND c.year IS NOT NULL
UNION
SELECT d.id, d.unit, d.slug, 'baseline', t.baseline_year, t.baseline_value, NULL, c.subgroup
FROM json_each(:documents) chosen
JOIN documents d ON d.id = chosen.value
JOIN comparisons c ON c.document = d.id AND c.measure = :measure
JOIN targets t ON t.id = c.target
WHERE c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.conversion IS NULL AND t.baseline_value IS NOT NULL AND t.baseline_year IS NOT NULL
UNION
SELECT d.id, d.unit, d.slug, 'reached', p.year, p.value, p.verdict, p.subgroup
FROM json_each(:documents) chosen
JOIN documents d ON d.id = chosen.value
JOIN progresses p ON p.document = d.id AND p.measure = :measure
WHERE p.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND p.value IS NOT NULL
ORDER BY 1, 4, 5
