-- vi: Chỉ tiêu thành phần có nhiều kế hoạch chưa bảo đảm mức Chương trình nhất.
-- en: Measures that most plans set below the programme.
SELECT m.code AS measure, m.short_vi, m.name_en, count(DISTINCT c.document) AS plans
FROM comparisons c JOIN measures m ON m.programme = c.programme AND m.code = c.measure
WHERE c.stance = 'weaker' AND c.programme = :programme
GROUP BY m.code
ORDER BY plans DESC, m.position
LIMIT 8
