-- vi: Điểm cần rà soát, xếp theo tỉnh, theo ngày ban hành của kế hoạch hay theo ngày xuất hiện, mới trước (:order: province, issued, found; tham số như của review_queue).
-- en: Findings by province, by the day of the plan or by when they were found, the latest first (:order: province, issued, found; parameters as of review_queue).
WITH decided AS MATERIALIZED (SELECT * FROM decision),
chosen AS (
    -- each in the order of an index, until there are enough
    SELECT * FROM (
        SELECT f.id, d.province IS NULL AS unknown, d.sort_key AS rising, NULL AS falling
        FROM documents d
        CROSS JOIN findings f ON f.document = d.id
        WHERE :order = 'province' AND f.gone = 0 AND f.under IS NULL
          AND (:state = '' OR :state =
          -- part: review_state
          )
          AND (:severity = '' OR f.severity = :severity)
-- part: review_chosen
        ORDER BY d.province IS NULL, d.sort_key, CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
        LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
        OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
    )
    UNION ALL
    SELECT * FROM (
        SELECT f.id, d.issued_on IS NULL, NULL, d.issued_on
        FROM documents d
        CROSS JOIN findings f ON f.document = d.id
        WHERE :order = 'issued' AND f.gone = 0 AND f.under IS NULL
          AND (:state = '' OR :state =
          -- part: review_state
          )
          AND (:severity = '' OR f.severity = :severity)
-- part: review_chosen
        ORDER BY d.issued_on IS NULL, d.issued_on DESC, CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
        LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
        OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
    )
    UNION ALL
    SELECT * FROM (
        SELECT f.id, 0, NULL, n.found_at
        FROM arrivals n
        CROSS JOIN findings f ON f.key = n.finding
        WHERE :order NOT IN ('province', 'issued') AND f.gone = 0 AND f.under IS NULL
          AND (:state = '' OR :state =
          -- part: review_state
          )
          AND (:severity = '' OR f.severity = :severity)
-- part: review_chosen
        ORDER BY n.found_at DESC, CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
        LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
        OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
    )
)
SELECT
    -- part: locality
-- part: review_columns
JOIN chosen ON chosen.id = f.id
LEFT JOIN (SELECT * FROM decided WHERE finding IN (SELECT id FROM chosen)) v ON v.finding = f.id
-- part: review_held
ORDER BY
    chosen.unknown, chosen.rising, chosen.falling DESC,
    CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
