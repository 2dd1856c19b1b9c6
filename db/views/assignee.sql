-- One row: who has a finding (its key), or all findings of a plan, to review, as it was said last.
WITH last AS (
    SELECT * FROM review_assignments WHERE id IN (SELECT max(id) FROM review_assignments GROUP BY finding, plan)
),
placed AS (
    SELECT last.id, last.finding, NULL AS document, last.person, last.assigned_by, last.assigned_at FROM last WHERE finding IS NOT NULL
    UNION ALL
    SELECT max(last.id), NULL, coalesce(d.plan, d.id), last.person, last.assigned_by, last.assigned_at
    FROM last JOIN documents d ON d.identity = last.plan
    GROUP BY coalesce(d.plan, d.id)
)
SELECT placed.finding, placed.document, d.slug AS plan, placed.person, placed.assigned_by, placed.assigned_at
FROM placed
LEFT JOIN documents d ON d.id = placed.document
WHERE placed.person IS NOT NULL
