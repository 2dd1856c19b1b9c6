-- One row: what one rule says of a plan as it stands now, a reason of a finding, with both sides and what reviewers decided last about it.
SELECT
    coalesce(f.under, f.key) AS finding,
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
    f.subject,
    f.found,
    f.expected,
    f.message_vi,
    f.message_en,
    f.suggestion_vi,
    v.wording,
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
    f.position
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
LEFT JOIN documents a ON a.id = f.against
LEFT JOIN reviews v ON v.id = (SELECT max(id) FROM reviews WHERE finding = f.key)
WHERE f.gone = 0
