-- One row: a name that was read as an agency and is a general phrase or no known body, with how often it stands in plans.
SELECT
    g.name,
    count(*) AS mentions,
    count(DISTINCT m.document) AS plans,
    min(m.as_written) AS example
FROM agency_mentions m
JOIN documents d ON d.id = m.document AND d.plan = d.id
LEFT JOIN agencies g ON g.id = m.agency
WHERE m.agency IS NULL OR g.general = 1
GROUP BY coalesce(g.name, m.as_written)
