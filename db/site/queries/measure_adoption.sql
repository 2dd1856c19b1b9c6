-- vi: Ở mỗi tỉnh (mã của thời điểm ban hành), bao nhiêu kế hoạch của mọi cấp đặt mức cho một chỉ tiêu thành phần (:measure), trên tổng số.
-- en: In each province (its code when the plan was issued), how many plans of all levels set a value of one measure (:measure), of how many.
SELECT
    u.province AS code,
    count(DISTINCT c.document) AS plans,
    count(DISTINCT CASE WHEN c.stance <> 'absent' AND (:year = '' OR c.year = CAST(:year AS INTEGER)) THEN c.document END) AS adopted
FROM comparisons c
JOIN documents d ON d.id = c.document AND d.plan = d.id
JOIN units u ON u.code = d.unit
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  AND (:kind = '' OR d.plan_kind = :kind)
GROUP BY u.province
ORDER BY u.province
