-- vi: Các cấp cụ thể hóa một chương trình ra sao: mỗi dòng một cấp.
-- en: How the levels carry a programme out: one row a level.
SELECT
    d.level,
    count(DISTINCT d.id) AS plans,
    count(DISTINCT CASE WHEN c.stance NOT IN ('absent') THEN d.id END) AS adopting,
    sum(c.stance = 'stricter') AS stricter,
    sum(c.stance = 'equal') AS equal,
    sum(c.stance = 'weaker') AS weaker,
    sum(c.stance = 'absent') AS absent,
    count(DISTINCT CASE WHEN c.stance = 'weaker' THEN d.id END) AS weaker_plans
FROM documents d
LEFT JOIN comparisons c ON c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
WHERE d.plan = d.id AND d.level IS NOT NULL
GROUP BY d.level
ORDER BY CASE d.level WHEN 'central' THEN 0 WHEN 'province' THEN 1 WHEN 'district' THEN 2 ELSE 3 END
