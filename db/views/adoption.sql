-- One row: a measure of a programme × a level of administration, with how many plans adopted, tightened, weakened or left it out.
SELECT
    c.programme,
    c.measure,
    m.short_vi AS measure_vi,
    m.name_en AS measure_en,
    c.level,
    count(DISTINCT c.document) AS plans,
    count(DISTINCT CASE WHEN c.stance <> 'absent' THEN c.document END) AS adopted,
    count(DISTINCT CASE WHEN c.stance = 'stricter' THEN c.document END) AS stricter,
    count(DISTINCT CASE WHEN c.stance = 'equal' THEN c.document END) AS equal,
    count(DISTINCT CASE WHEN c.stance = 'weaker' THEN c.document END) AS weaker,
    count(DISTINCT CASE WHEN c.stance = 'absent' THEN c.document END) AS absent
FROM comparisons c
JOIN measures m ON m.programme = c.programme AND m.code = c.measure
GROUP BY c.measure, c.programme, c.level
