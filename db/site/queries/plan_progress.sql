-- vi: Kết quả thực hiện của một kế hoạch (:plan): từng chỉ tiêu, từng năm, mức phải đạt, kết quả, đánh giá.
-- en: What was reached of one plan (:plan): measure by measure, year by year, what was asked, what follows.
SELECT
    p.*,
    t.key AS target_key,
    r.key AS result_key
FROM progress p
LEFT JOIN targets t ON t.id = p.target
LEFT JOIN results r ON r.id = p.result
WHERE p.plan = :plan
ORDER BY p.position, p.year
