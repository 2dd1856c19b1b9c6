-- vi: Điểm cần rà soát của một kế hoạch, với quyết định.
-- en: Findings on one plan with what was decided.
SELECT
    f.key,
    f.rule,
    r.name_vi AS rule_vi,
    r.name_en AS rule_en,
    f.severity,
    f.subject,
    f.message_vi,
    f.message_en,
    f.reasons,
    (SELECT group_concat(x.message_vi, char(10)) FROM (SELECT message_vi FROM findings WHERE under = f.key AND gone = 0 ORDER BY position) x) AS also_vi,
    (SELECT group_concat(x.message_en, char(10)) FROM (SELECT message_en FROM findings WHERE under = f.key AND gone = 0 ORDER BY position) x) AS also_en,
    f.suggestion_vi,
    f.basis_vi,
    f.quote,
    f.quote_start,
    f.quote_end,
    f.section,
    f.page,
    f.record,
    coalesce(v.state, 'open') AS state,
    v.grounds,
    v.note,
    v.reviewer,
    v.decided_at,
    coalesce(own.person, whole.person) AS person
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
-- part: review_decided
WHERE d.slug = :plan AND f.gone = 0 AND f.under IS NULL
ORDER BY f.position
