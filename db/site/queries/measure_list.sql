-- vi: Chỉ tiêu thành phần của một chương trình, với số kế hoạch đề ra, cao hơn, bằng, chưa bảo đảm, không đề cập.
-- en: Measures of a programme with how many plans adopted, tightened, kept, weakened or left them out.
SELECT
    m.code AS measure,
    m.objective,
    m.objective_vi,
    m.objective_en,
    m.short_vi,
    m.name_en,
    m.direction,
    count(DISTINCT CASE WHEN c.stance <> 'absent' THEN c.document END) AS adopted,
    count(DISTINCT CASE WHEN c.stance = 'stricter' THEN c.document END) AS stricter,
    count(DISTINCT CASE WHEN c.stance = 'equal' THEN c.document END) AS equal,
    count(DISTINCT CASE WHEN c.stance = 'weaker' THEN c.document END) AS weaker,
    count(DISTINCT CASE WHEN c.stance = 'absent' THEN c.document END) AS absent
FROM measures m
LEFT JOIN comparisons c ON c.measure = m.code AND c.programme = m.programme
WHERE m.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
GROUP BY m.code
ORDER BY m.position
