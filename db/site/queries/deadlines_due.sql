-- vi: Việc đến hạn trong một khoảng thời gian (từ ngày :from đến ngày :to), lọc theo cơ quan (:agency), kế hoạch, loại, cấp, tỉnh; tham số trống nghĩa là tất cả.
-- en: What is due in a span of time (from :from to :to), by agency (:agency), plan, kind, level, province; an empty parameter means all.
WITH chosen AS (
    -- day by day until there are enough; the rest is read of these alone
    SELECT o.id, o.due_on, d.sort_key, t.position
    FROM occurrences o
    CROSS JOIN documents d ON d.id = o.document
    CROSS JOIN deadlines t ON t.id = o.deadline
    -- part: deadlines_chosen
    ORDER BY o.due_on, d.sort_key, t.position, o.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
)
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
FROM chosen
JOIN occurrences o ON o.id = chosen.id
JOIN deadlines t ON t.id = o.deadline
JOIN documents d ON d.id = o.document
ORDER BY chosen.due_on, chosen.sort_key, chosen.position, chosen.id
