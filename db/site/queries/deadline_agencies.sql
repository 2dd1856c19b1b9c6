-- vi: Cơ quan có việc đến hạn, với số thời hạn.
-- en: Agencies that have deadlines, with how many.
SELECT g.id AS value, g.name, count(*) AS plans
FROM agency_mentions m JOIN agencies g ON g.id = m.agency
JOIN documents d ON d.id = m.document AND d.plan = d.id
WHERE m.kind = 'deadline' AND g.general = 0
GROUP BY g.id
ORDER BY g.sort_key
