-- vi: Số năm và chỉ tiêu theo đánh giá: vượt, đạt, chưa đạt, chưa đến mốc, chưa có số liệu.
-- en: How many measures and years there are of each verdict.
SELECT p.verdict, count(*) AS n
FROM progress p
WHERE p.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND (:measure = '' OR p.measure = :measure)
  AND (:level = '' OR p.level = :level)
  AND (:province = '' OR p.province = :province)
  AND (:year = '' OR p.year = CAST(:year AS INTEGER))
  AND (:known = '' OR p.value IS NOT NULL)
GROUP BY p.verdict
