-- vi: Số điểm cần rà soát theo mức độ và trạng thái; tham số như của review_queue.
-- en: How many findings there are by severity and state; parameters as of review_queue.
SELECT f.severity, coalesce(v.state, 'open') AS state, count(*) AS findings
FROM findings f
LEFT JOIN decision v ON v.finding = f.id
WHERE f.gone = 0 AND +f.under IS NULL
-- part: review_chosen
GROUP BY f.severity, 2
