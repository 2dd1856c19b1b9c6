-- vi: Một điểm cần rà soát (:finding là khóa của điểm, hoặc của một lý do), bằng chứng và bên được so sánh.
-- en: One finding (:finding is its key, or that of a reason), its evidence and what it was held against.
SELECT
    f.*,
    r.name_vi AS rule_vi,
    r.name_en AS rule_en,
    r.says,
    d.title AS plan_title,
    d.number,
    d.issued_on,
    d.ocr,
    -- part: locality
    d.issuer AS plan_issuer,
    d.period_start,
    d.period_end,
    a.slug AS against_plan,
    a.title AS against_title,
    t.id AS target,
    c.programme AS compared,
    c.measure,
    m.name_vi AS measure_vi,
    m.short_vi,
    m.name_en AS measure_en,
    c.stance,
    c.comparator,
    c.value,
    c.value_high,
    c.unit,
    c.per,
    c.year,
    c.conversion,
    s.year AS programme_year,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    m.unit AS programme_unit,
    m.per AS programme_per,
    p.number AS programme_number,
    p.issuer AS programme_issuer,
    p.decision_vi,
    p.decision_en,
    c.parent_value,
    c.parent_stance,
    pd.slug AS parent,
    pd.title AS parent_title,
    pt.quote AS parent_quote,
    pt.key AS parent_key,
    pt.page AS parent_page,
    pt.year AS parent_year,
    pt.comparator AS parent_comparator,
    coalesce(v.state, 'open') AS state,
    v.grounds,
    v.note,
    v.reviewer,
    v.decided_at,
    own.person AS own_person,
    whole.person AS plan_person,
    CASE WHEN own.person IS NULL THEN whole.assigned_at ELSE own.assigned_at END AS assigned_at,
    CASE WHEN own.person IS NULL THEN whole.assigned_by ELSE own.assigned_by END AS assigned_by,
    (SELECT found_at FROM arrivals WHERE finding = f.key) AS found_at,
    CASE WHEN f.quote_start IS NOT NULL THEN substr(x.text, max(1, f.quote_start - 499), min(f.quote_start, 500)) END AS before,
    CASE WHEN f.quote_start IS NOT NULL THEN substr(x.text, f.quote_end + 1, 500) END AS after,
    (SELECT key FROM targets k WHERE k.id = f.record UNION ALL SELECT key FROM deadlines k WHERE k.id = f.record
     UNION ALL SELECT key FROM legal_refs k WHERE k.id = f.record UNION ALL SELECT key FROM assignments k WHERE k.id = f.record LIMIT 1) AS record_key
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
LEFT JOIN documents a ON a.id = f.against
LEFT JOIN targets t ON t.id = f.record
LEFT JOIN comparisons c ON c.target = t.id AND (f.programme IS NULL OR c.programme = f.programme)
LEFT JOIN measures m ON m.programme = c.programme AND m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN programmes p ON p.id = c.programme
LEFT JOIN documents pd ON pd.id = c.parent
LEFT JOIN targets pt ON pt.id = c.parent_target
LEFT JOIN texts x ON x.document = d.id
-- part: review_decided
WHERE f.key = coalesce((SELECT under FROM findings WHERE key = :finding AND gone = 0), :finding) AND f.gone = 0
LIMIT 1
