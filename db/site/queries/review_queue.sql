-- vi: Điểm cần rà soát, điểm nặng trước; tham số trống nghĩa là tất cả.
-- en: Findings to review, the graver ones first; an empty parameter means all.
SELECT
    f.key,
    f.plan,
    d.title AS plan_title,
    -- part: locality
    d.issuer AS plan_issuer,
    d.period_start,
    d.period_end,
    f.rule,
    r.name_vi AS rule_vi,
    r.name_en AS rule_en,
    f.severity,
    f.message_vi,
    f.message_en,
    f.reasons,
    f.quote,
    f.section,
    f.page,
    coalesce(v.state, 'open') AS state,
    v.note,
    v.reviewer,
    v.decided_at
FROM findings f
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
LEFT JOIN decision v ON v.finding = f.id
WHERE f.gone = 0 AND f.under IS NULL
  AND (:state = '' OR coalesce(v.state, 'open') = :state)
  AND (:severity = '' OR f.severity = :severity)
  AND (:plan = '' OR f.plan = :plan)
  AND ((:rule = '' AND :programme = '') OR EXISTS (
    SELECT 1 FROM findings x
    WHERE x.gone = 0 AND (x.id = f.id OR x.under = f.key) AND (:rule = '' OR x.rule = :rule)
      AND (:programme = '' OR x.programme = :programme OR (x.programme IS NULL AND f.document IN (SELECT document FROM carried WHERE programme = :programme)))
  ))
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
  AND (:place = '' OR instr(d.folded, :place))
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
