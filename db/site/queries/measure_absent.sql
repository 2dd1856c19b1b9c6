-- vi: Kế hoạch không đề cập một chỉ tiêu thành phần (:measure) dù áp dụng cho cấp của mình.
-- en: Plans that leave one measure (:measure) out although it is meant for their level.
SELECT d.slug AS plan, d.title,
    -- part: locality
    d.issuer, d.period_start, d.period_end, d.plan_kind, count(*) OVER () AS found
FROM comparisons c
JOIN documents d ON d.id = c.document
WHERE c.measure = :measure AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = 'absent'
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
ORDER BY d.sort_key, d.id
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
