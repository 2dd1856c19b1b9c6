-- vi: Chương trình mà một kế hoạch thực hiện, với số giá trị cao hơn, bằng, chưa bảo đảm; compared = 0: không có hiệu lực vào ngày ban hành.
-- en: Programmes that one plan carries out with its counts of stricter, equal and weaker values; compared = 0: not in force on its day.
SELECT
    c.programme,
    p.kind_vi,
    p.kind_en,
    p.decision_vi,
    p.decision_en,
    p.title_vi,
    p.title_en,
    c.distance,
    count(k.id) > 0 AS compared,
    count(CASE WHEN k.stance = 'stricter' THEN 1 END) AS stricter,
    count(CASE WHEN k.stance = 'equal' THEN 1 END) AS equal,
    count(CASE WHEN k.stance = 'weaker' THEN 1 END) AS weaker
FROM carried c
JOIN documents d ON d.id = c.document
JOIN programmes p ON p.id = c.programme
LEFT JOIN comparisons k ON k.document = c.document AND k.programme = c.programme
WHERE d.slug = :plan
GROUP BY c.programme
ORDER BY p.is_default DESC, p.id
