-- vi: Số điểm cần rà soát theo mức độ và trạng thái.
-- en: How many findings there are by severity and state.
WITH last AS MATERIALIZED (
    SELECT finding, state FROM reviews WHERE id IN (SELECT max(id) FROM reviews GROUP BY finding)
)
SELECT f.severity, coalesce(v.state, 'open') AS state, count(*) AS findings
FROM findings f
LEFT JOIN last v ON v.finding = f.key
WHERE f.gone = 0
  AND (:rule = '' OR f.rule = :rule)
  AND (:plan = '' OR f.plan = :plan)
  AND (:programme = '' OR f.programme = :programme OR (f.programme IS NULL AND f.document IN (SELECT document FROM carried WHERE programme = :programme)))
  AND (
    (:level = '' AND :province = '' AND :place = '')
    OR f.document IN (
        SELECT d.id FROM documents d
        WHERE (:level = '' OR d.level = :level) AND (:province = '' OR d.province = :province) AND (:place = '' OR instr(d.folded, :place))
    )
  )
GROUP BY f.severity, 2
