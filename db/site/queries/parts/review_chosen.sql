  AND (:plan = '' OR f.plan = :plan)
  -- one of its reasons is of the rule and the programme
  AND ((:rule = '' AND :programme = '') OR f.key IN (
    SELECT coalesce(x.under, x.key) FROM findings x
    WHERE x.gone = 0 AND (:rule = '' OR x.rule = :rule)
      AND (:programme = '' OR x.programme = :programme OR (x.programme IS NULL AND x.document IN (SELECT document FROM carried WHERE programme = :programme)))
  ))
  AND (:who = '' OR :who =
    -- part: review_person
    '-'
  ))
  AND (:since = '' OR f.key IN (SELECT finding FROM arrivals WHERE found_at > :since))
  AND (
    (:level = '' AND :province = '' AND :place = '')
    OR f.document IN (
        SELECT d.id FROM documents d
        WHERE (:level = '' OR d.level = :level) AND (:province = '' OR d.province = :province) AND (:place = '' OR instr(d.folded, :place))
    )
  )
