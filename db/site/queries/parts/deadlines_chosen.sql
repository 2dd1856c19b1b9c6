WHERE o.due_on >= :from
  AND o.due_on <= CASE WHEN :to = '' THEN '9999' ELSE :to END
  AND (:agency = '' OR o.deadline IN (SELECT record FROM agency_mentions WHERE agency = :agency AND kind = 'deadline'))
  AND (:kind = '' OR o.deadline IN (SELECT id FROM deadlines WHERE kind = :kind))
  AND (
    (:plan = '' AND :level = '' AND :province = '')
    OR o.document IN (
        SELECT id FROM documents WHERE (:plan = '' OR slug = :plan) AND (:level = '' OR level = :level) AND (:province = '' OR province = :province)
    )
  )
