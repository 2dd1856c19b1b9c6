-- One row: a plan and a programme that it carries out, by itself (distance 0) or through the plans that it carries out.
WITH RECURSIVE chain (document, programme, distance) AS (
    SELECT child, programme, 0 FROM cascades WHERE programme IS NOT NULL
    UNION
    SELECT c.child, chain.programme, chain.distance + 1
    FROM cascades c
    JOIN chain ON chain.document = c.parent
    WHERE chain.distance < 5
)
SELECT d.slug AS plan, chain.programme, min(chain.distance) AS distance, d.unit, d.issued_on
FROM chain
JOIN documents d ON d.id = chain.document
GROUP BY chain.document, chain.programme
