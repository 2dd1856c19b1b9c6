-- vi: Tỉnh nào (mã của thời điểm ban hành) đã gửi kế hoạch thực hiện một chương trình (:programme).
-- en: Which provinces (by their codes when they issued it) have sent a plan that carries out a programme (:programme).
SELECT d.unit AS code, count(*) AS plans, min(d.issued_on) AS issued_on
FROM carried c
JOIN documents d ON d.id = c.document AND d.plan = d.id AND d.genre IN ('plan', 'allocation', 'resolution')
JOIN units u ON u.code = d.unit AND u.level = 'province'
WHERE c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
  -- part: own_plan
GROUP BY d.unit
ORDER BY d.unit
