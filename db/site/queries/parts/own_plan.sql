  -- a department's plan is not that of its locality (`unit_names.is_locality`)
  AND coalesce(d.issuer_kind, 'people_committee') IN ('people_committee', 'people_council')
