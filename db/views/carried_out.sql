-- One row: a plan and a programme that it carries out, by itself (distance 0) or through the plans that it carries out.
SELECT d.slug AS plan, c.programme, c.distance, d.unit, d.issued_on
FROM carried c
JOIN documents d ON d.id = c.document AND d.genre IN ('plan', 'allocation', 'resolution')
