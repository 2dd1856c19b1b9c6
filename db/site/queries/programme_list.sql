-- vi: Chương trình quốc gia, với số chỉ tiêu và chỉ tiêu thành phần mà chương trình đặt mức.
-- en: National programmes with how many indicators and measures they set values for.
SELECT
    p.id,
    p.number,
    p.issued_on,
    p.issuer,
    p.title_vi,
    p.title_en,
    p.period_start,
    p.period_end,
    count(DISTINCT m.indicator) AS indicators,
    count(DISTINCT m.code) AS measures
FROM programmes p
LEFT JOIN milestones s ON s.programme = p.id
LEFT JOIN measures m ON m.programme = s.programme AND m.code = s.measure
GROUP BY p.id
ORDER BY p.id
