-- vi: Điểm cần rà soát, xếp theo tỉnh, theo ngày ban hành của kế hoạch hay theo ngày xuất hiện, mới trước (:order: province, issued, found; tham số như của review_queue).
-- en: Findings by province, by the day of the plan or by when they were found, the latest first (:order: province, issued, found; parameters as of review_queue).
WITH chosen AS (
    SELECT
        f.id,
        CASE :order WHEN 'province' THEN d.province IS NULL WHEN 'issued' THEN d.issued_on IS NULL ELSE 0 END AS unknown,
        CASE :order WHEN 'province' THEN d.sort_key END AS rising,
        CASE :order WHEN 'issued' THEN d.issued_on WHEN 'found' THEN (SELECT found_at FROM arrivals WHERE finding = f.key) END AS falling
    FROM findings f
    JOIN documents d ON d.id = f.document
    LEFT JOIN decision v ON v.finding = f.id
    WHERE f.gone = 0 AND +f.under IS NULL
      AND (:state = '' OR coalesce(v.state, 'open') = :state)
      AND (:severity = '' OR f.severity = :severity)
-- part: review_chosen
    ORDER BY unknown, rising, falling DESC, CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    -- part: locality
-- part: review_columns
JOIN chosen ON chosen.id = f.id
-- part: review_decided
ORDER BY
    chosen.unknown, chosen.rising, chosen.falling DESC,
    CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
