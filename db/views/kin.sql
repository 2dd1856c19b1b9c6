-- One row: a plan and a plan of a unit that its unit came from or became in July 2025; values are shown side by side, never inherited.
SELECT
    new.slug AS plan,
    new_unit.full_name AS unit_name,
    old.slug AS earlier_plan,
    old_unit.full_name AS earlier_unit_name,
    old.title AS earlier_title,
    old.issued_on AS earlier_issued_on
FROM documents new
JOIN unit_changes u ON u.became = new.unit
JOIN documents old ON old.unit = u.unit
JOIN units new_unit ON new_unit.code = new.unit
JOIN units old_unit ON old_unit.code = old.unit
WHERE new.plan = new.id AND old.plan = old.id
  AND new.genre IN ('plan', 'allocation', 'resolution') AND old.genre IN ('plan', 'allocation', 'resolution')
