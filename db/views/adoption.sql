-- One row: a measure of a programme × a level of administration, with how many plans adopted, tightened, weakened or left it out.
SELECT
    c.programme,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
    d.level,
    count(DISTINCT d.id) AS plans,
    count(DISTINCT CASE WHEN c.stance <> 'absent' THEN d.id END) AS adopted,
    count(DISTINCT CASE WHEN c.stance = 'stricter' THEN d.id END) AS stricter,
    count(DISTINCT CASE WHEN c.stance = 'equal' THEN d.id END) AS equal,
    count(DISTINCT CASE WHEN c.stance = 'weaker' THEN d.id END) AS weaker,
    count(DISTINCT CASE WHEN c.stance = 'absent' THEN d.id END) AS absent
FROM comparisons c
JOIN documents d ON d.id = c.document
JOIN measures m ON m.code = c.measure
GROUP BY c.programme, c.measure, d.level
