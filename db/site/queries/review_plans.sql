-- vi: Rà soát đến đâu, theo kế hoạch: số điểm, còn mở, trong đó sai sót, đã góp ý, không góp ý, ai được giao cả kế hoạch; :order: gravity, open, province, issued.
-- en: How far the review is, by plan: findings, still open, errors among those, accepted, dismissed, who has the whole plan; :order: gravity, open, province, issued.
WITH counted AS (
    SELECT
        f.document,
        count(*) AS findings,
        sum(coalesce(v.state, 'open') = 'open') AS open,
        sum(coalesce(v.state, 'open') = 'open' AND f.severity = 'error') AS errors,
        sum(coalesce(v.state, 'open') = 'open' AND f.severity = 'warning') AS warnings,
        sum(v.state = 'accepted') AS accepted,
        sum(v.state = 'dismissed') AS dismissed,
        max(v.decided_at) AS decided_at,
        sum(CASE WHEN :who <> '' THEN :who =
        -- part: review_person
        '-') END) AS held
    FROM findings f
    LEFT JOIN decision v ON v.finding = f.id
    WHERE f.gone = 0 AND f.under IS NULL
    GROUP BY f.document
)
SELECT
    d.slug AS plan,
    d.title,
    d.number,
    -- part: locality
    d.issuer,
    d.issued_on,
    d.period_start,
    d.period_end,
    c.findings,
    c.open,
    c.errors,
    c.warnings,
    c.accepted,
    c.dismissed,
    c.decided_at,
    whole.person,
    whole.assigned_at,
    count(*) OVER () AS found
FROM counted c
JOIN documents d ON d.id = c.document
LEFT JOIN review_assignments whole ON whole.id = (
    SELECT max(a.id) FROM documents o JOIN review_assignments a ON a.plan = o.identity WHERE o.plan = c.document OR o.id = c.document
)
WHERE (:who = '' OR c.held > 0)
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
  AND (:place = '' OR instr(d.folded, :place))
  AND (:only = '' OR c.open > 0)
ORDER BY
    CASE :order WHEN 'province' THEN d.province IS NULL WHEN 'issued' THEN d.issued_on IS NULL ELSE 0 END,
    CASE :order WHEN 'province' THEN d.sort_key END,
    CASE :order WHEN 'issued' THEN d.issued_on WHEN 'gravity' THEN c.errors * 1000 + c.warnings WHEN 'open' THEN c.open END DESC,
    d.sort_key, d.slug
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
