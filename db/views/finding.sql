-- One row: a finding on a plan as it stands now, with its gravest reason, what others there are, and what reviewers decided last.
SELECT
    f.key,
    f.plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    f.programme,
    f.rule,
    r.name_vi AS rule_vi,
    r.name_en AS rule_en,
    f.severity,
    f.reasons,
    f.subject,
    f.found,
    f.expected,
    f.message_vi,
    f.message_en,
    (SELECT group_concat(x.message_vi, char(10)) FROM (SELECT message_vi FROM findings WHERE under = f.key AND gone = 0 ORDER BY position) x) AS also_vi,
    (SELECT group_concat(x.message_en, char(10)) FROM (SELECT message_en FROM findings WHERE under = f.key AND gone = 0 ORDER BY position) x) AS also_en,
    f.suggestion_vi,
    f.basis_vi,
    f.quote,
    f.quote_start,
    f.section,
    f.page,
    a.slug AS against,
    f.against_quote,
    coalesce(v.state, 'open') AS state,
    v.grounds,
    v.note,
    v.reviewer,
    v.decided_at,
    coalesce(own.person, whole.person) AS person,
    n.found_at,
    f.position
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
LEFT JOIN documents a ON a.id = f.against
LEFT JOIN decision v ON v.finding = f.id
LEFT JOIN review_assignments own ON own.id = (SELECT max(id) FROM review_assignments WHERE finding = f.key)
LEFT JOIN review_assignments whole ON whole.id = (
    SELECT max(a.id) FROM documents o JOIN review_assignments a ON a.plan = o.identity WHERE o.plan = f.document OR o.id = f.document
)
LEFT JOIN arrivals n ON n.finding = f.key
WHERE f.gone = 0 AND f.under IS NULL
