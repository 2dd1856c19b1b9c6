-- vi: Diễn biến của một chỉ tiêu thành phần (:measure) trong một số kế hoạch (:documents là danh sách JSON): mức đầu kỳ, mức phấn đấu, kết quả theo năm.
-- en: One measure (:measure) over the years in some plans (:documents is a JSON list): baselines, values aimed at, results.
SELECT d.id AS document, d.unit, d.slug AS plan, 'aimed' AS what, c.year, c.value, c.stance, c.subgroup
FROM comparisons c
CROSS JOIN documents d ON d.id = c.document
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.value IS NOT NULL AND c.year IS NOT NULL AND +c.document IN (SELECT value FROM json_each(:documents))
UNION
SELECT d.id, d.unit, d.slug, 'baseline', t.baseline_year, t.baseline_value, NULL, c.subgroup
FROM comparisons c
CROSS JOIN targets t ON t.id = c.target
CROSS JOIN documents d ON d.id = c.document
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND c.conversion IS NULL AND t.baseline_value IS NOT NULL AND t.baseline_year IS NOT NULL AND +c.document IN (SELECT value FROM json_each(:documents))
UNION
SELECT d.id, d.unit, d.slug, 'reached', p.year, p.value, p.verdict, p.subgroup
FROM progresses p
CROSS JOIN documents d ON d.id = p.document
WHERE p.measure = :measure AND p.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND p.value IS NOT NULL AND p.document IN (SELECT value FROM json_each(:documents))
ORDER BY 1, 4, 5
