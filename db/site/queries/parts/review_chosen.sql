  AND (:plan = '' OR f.plan = :plan)
  AND ((:rule = '' AND :programme = '') OR EXISTS (
    SELECT 1 FROM findings x
    WHERE x.gone = 0 AND (x.id = f.id OR x.under = f.key) AND (:rule = '' OR x.rule = :rule)
      AND (:programme = '' OR x.programme = :programme OR (x.programme IS NULL AND f.document IN (SELECT document FROM carried WHERE programme = :programme)))
  ))
  -- as `review_decided` has it, looked up where it is asked for
  AND (:who = '' OR :who = coalesce(
    (SELECT person FROM review_assignments WHERE id = (SELECT max(id) FROM review_assignments WHERE finding = f.key)),
    (SELECT person FROM review_assignments WHERE id = (
        SELECT max(a.id) FROM documents o JOIN review_assignments a ON a.plan = o.identity WHERE o.plan = f.document OR o.id = f.document
    )),
    '-'
  ))
  AND (:since = '' OR (SELECT found_at FROM arrivals WHERE finding = f.key) > :since)
  AND (
    (:level = '' AND :province = '' AND :place = '')
    OR f.document IN (
        SELECT d.id FROM documents d
        WHERE (:level = '' OR d.level = :level) AND (:province = '' OR d.province = :province) AND (:place = '' OR instr(d.folded, :place))
    )
  )
