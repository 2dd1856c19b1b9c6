-- vi: Cơ quan, đơn vị, với số nhiệm vụ, thời hạn, kế hoạch nhắc đến.
-- en: Agencies with their duties, deadlines and the plans that name them.
SELECT
    g.id AS agency,
    g.name,
    g.valid_to,
    sum(m.kind = 'assignment' AND m.holds = 'agency') AS duties,
    sum(m.kind = 'assignment' AND m.holds = 'partner') AS partnered,
    sum(m.kind = 'deadline') AS deadlines,
    sum(m.kind = 'target') AS targets,
    count(DISTINCT m.document) AS plans
FROM agencies g
JOIN agency_mentions m ON m.agency = g.id
JOIN documents d ON d.id = m.document AND d.plan = d.id
WHERE g.general = 0 AND (:words = '' OR instr('-' || g.id || '-', :words))
GROUP BY g.id
ORDER BY g.sort_key
