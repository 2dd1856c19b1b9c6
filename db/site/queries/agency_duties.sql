-- vi: Nhiệm vụ giao cho một cơ quan (:agency) qua các kế hoạch.
-- en: Duties laid on one agency (:agency) across the plans.
SELECT
    d.slug AS plan,
    d.title,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end,
    m.holds,
    m.as_written,
    a.role,
    a.requested,
    a.indicators,
    a.quote,
    a.section,
    a.page,
    a.key,
    count(*) OVER () AS found
FROM agency_mentions m
JOIN assignments a ON a.id = m.record
JOIN documents d ON d.id = m.document AND d.plan = d.id
WHERE m.agency = :agency AND m.kind = 'assignment'
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
ORDER BY d.sort_key, d.id, m.holds, a.position
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
