-- vi: Điểm cần rà soát, điểm nặng trước; tham số trống nghĩa là tất cả; :who là người được giao (“-”: chưa giao ai), :since là thời điểm mà sau đó điểm xuất hiện.
-- en: Findings to review, the graver ones first; an empty parameter means all; :who has them to review (“-”: nobody), :since is when they had not been found yet.
WITH decided AS MATERIALIZED (SELECT * FROM decision),
chosen AS (
    -- in the order of an index, until there are enough
    SELECT f.id
    FROM findings f
    WHERE f.gone = 0 AND f.under IS NULL
      AND (:state = '' OR :state =
      -- part: review_state
      )
      AND (:severity = '' OR f.severity = :severity)
-- part: review_chosen
    ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    -- part: locality
-- part: review_columns
JOIN chosen ON chosen.id = f.id
LEFT JOIN (SELECT * FROM decided WHERE finding IN (SELECT id FROM chosen)) v ON v.finding = f.id
-- part: review_held
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, f.plan, f.position
