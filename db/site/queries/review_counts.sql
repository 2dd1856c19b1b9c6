-- vi: Số điểm cần rà soát theo mức độ và trạng thái; tham số như của review_queue.
-- en: How many findings there are by severity and state; parameters as of review_queue.
SELECT f.severity, coalesce(v.state, 'open') AS state, count(*) AS findings
FROM findings f
-- part: review_decided
WHERE f.gone = 0 AND f.under IS NULL
-- part: review_chosen
  AND (
    (:level = '' AND :province = '' AND :place = '')
    OR f.document IN (
        SELECT d.id FROM documents d
        WHERE (:level = '' OR d.level = :level) AND (:province = '' OR d.province = :province) AND (:place = '' OR instr(d.folded, :place))
    )
  )
GROUP BY f.severity, 2
