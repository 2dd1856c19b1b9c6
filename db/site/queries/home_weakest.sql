-- vi: Chỉ tiêu thành phần của một chương trình có nhiều kế hoạch chưa bảo đảm nhất.
-- en: Measures of a programme that most plans set below it.
SELECT m.code AS measure, m.short_vi, m.name_en, count(DISTINCT c.document) AS plans
FROM comparisons c JOIN measures m ON m.programme = c.programme AND m.code = c.measure
WHERE c.stance = 'weaker' AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
GROUP BY m.code
ORDER BY plans DESC, m.position
LIMIT 8
