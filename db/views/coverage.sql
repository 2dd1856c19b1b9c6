-- One row: a unit of the time of a programme × the programme, with the first plan of that unit itself (no department of it) that carries it out (empty: none sent).
SELECT
    s.unit,
    s.unit_name,
    s.level,
    s.province,
    s.programme,
    d.issued_on,
    d.slug AS plan,
    CASE WHEN d.slug IS NULL THEN 'not_sent' ELSE 'sent' END AS state,
    s.sort_key
FROM (
    SELECT
        u.code AS unit,
        u.full_name AS unit_name,
        u.level,
        above.name AS province,
        p.id AS programme,
        u.sort_key,
        (
            SELECT sent.id
            FROM documents sent
            JOIN carried c ON c.document = sent.id AND c.programme = p.id
            WHERE sent.unit = u.code AND coalesce(sent.issuer_kind, 'people_committee') IN ('people_committee', 'people_council') AND sent.plan IS NOT NULL AND sent.genre IN ('plan', 'allocation', 'resolution')
            ORDER BY coalesce(sent.issued_on, '9999'), sent.slug
            LIMIT 1
        ) AS document
    FROM programmes p
    JOIN units u ON u.valid_from <= p.issued_on AND (u.valid_to IS NULL OR u.valid_to >= p.issued_on)
    JOIN units above ON above.code = u.province
) s
LEFT JOIN documents d ON d.id = s.document
