-- vi: Số điểm cần rà soát theo mức độ và trạng thái; tham số như của review_queue.
-- en: How many findings there are by severity and state; parameters as of review_queue.
WITH decided AS MATERIALIZED (SELECT * FROM decision)
SELECT
    f.severity,
    -- part: review_state
    AS state,
    count(*) AS findings
FROM findings f
WHERE f.gone = 0 AND f.under IS NULL
-- part: review_chosen
GROUP BY f.severity, 2
