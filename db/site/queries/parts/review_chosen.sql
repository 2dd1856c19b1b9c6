  AND (:plan = '' OR f.plan = :plan)
  AND ((:rule = '' AND :programme = '') OR EXISTS (
    SELECT 1 FROM findings x
    WHERE x.gone = 0 AND (x.id = f.id OR x.under = f.key) AND (:rule = '' OR x.rule = :rule)
      AND (:programme = '' OR x.programme = :programme OR (x.programme IS NULL AND f.document IN (SELECT document FROM carried WHERE programme = :programme)))
  ))
  AND (:who = '' OR coalesce(own.person, whole.person, '-') = :who)
  AND (:since = '' OR (SELECT found_at FROM arrivals WHERE finding = f.key) > :since)
