-- One row: an agency × a duty laid on it, with the one name that its spellings share.
SELECT
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    m.as_written AS agency,
    g.name AS agency_name,
    m.agency AS agency_id,
    g.valid_to AS agency_until,
    a.role,
    a.requested,
    a.quote,
    a.partners,
    a.indicators,
    a.page,
    a.section
FROM agency_mentions m
JOIN assignments a ON a.id = m.record
JOIN documents d ON d.id = m.document AND d.plan = d.id
LEFT JOIN agencies g ON g.id = m.agency
WHERE m.kind = 'assignment' AND m.holds = 'agency'
