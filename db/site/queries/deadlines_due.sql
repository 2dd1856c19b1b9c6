-- vi: Việc đến hạn trong một khoảng thời gian (từ ngày :from đến ngày :to), lọc theo cơ quan (:agency), kế hoạch, loại, cấp, tỉnh; tham số trống nghĩa là tất cả.
-- en: What is due in a span of time (from :from to :to), by agency (:agency), plan, kind, level, province; an empty parameter means all.
SELECT
    o.id,
    o.due_on,
    o.starts_on,
    o.precision,
    o.recurring,
    t.kind,
    t.relation,
    t.actor,
    t.recipient,
    t.quote,
    t.section,
    t.page,
    t.key,
    d.slug AS plan,
    d.title,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end
FROM occurrences o
JOIN deadlines t ON t.id = o.deadline
JOIN documents d ON d.id = o.document
WHERE (:from = '' OR o.due_on >= :from)
  AND (:to = '' OR o.due_on <= :to)
  AND (:agency = '' OR o.deadline IN (SELECT record FROM agency_mentions WHERE agency = :agency AND kind = 'deadline'))
  AND (:plan = '' OR d.slug = :plan)
  AND (:kind = '' OR t.kind = :kind)
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
ORDER BY o.due_on, d.sort_key, t.position
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
