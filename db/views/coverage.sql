-- One row: a unit of the time of a programme × the programme, with the first plan of that unit that carries it out (empty: none sent).
SELECT
    u.code AS unit,
    u.full_name AS unit_name,
    u.level,
    above.name AS province,
    p.id AS programme,
    min(c.issued_on) AS issued_on,
    c.plan,
    CASE WHEN c.plan IS NULL THEN 'not_sent' ELSE 'sent' END AS state,
    u.sort_key
FROM programmes p
JOIN units u ON u.valid_from <= p.issued_on AND (u.valid_to IS NULL OR u.valid_to >= p.issued_on)
JOIN units above ON above.code = u.province
LEFT JOIN carried_out c ON c.unit = u.code AND c.programme = p.id
GROUP BY u.code, p.id
