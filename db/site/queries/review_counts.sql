-- vi: Số điểm cần rà soát theo mức độ và trạng thái.
-- en: How many findings there are by severity and state.
SELECT f.severity, coalesce(v.state, 'open') AS state, count(*) AS findings
FROM findings f
LEFT JOIN decision v ON v.finding = f.id
WHERE f.gone = 0 AND f.under IS NULL
  AND (:plan = '' OR f.plan = :plan)
  AND ((:rule = '' AND :programme = '') OR EXISTS (
    SELECT 1 FROM findings x
    WHERE x.gone = 0 AND (x.id = f.id OR x.under = f.key) AND (:rule = '' OR x.rule = :rule)
      AND (:programme = '' OR x.programme = :programme OR (x.programme IS NULL AND f.document IN (SELECT document FROM carried WHERE programme = :programme)))
  ))
  AND (
    (:level = '' AND :province = '' AND :place = '')
    OR f.document IN (
        SELECT d.id FROM documents d
        WHERE (:level = '' OR d.level = :level) AND (:province = '' OR d.province = :province) AND (:place = '' OR instr(d.folded, :place))
    )
  )
GROUP BY f.severity, 2
