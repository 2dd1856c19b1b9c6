-- One row: a correction in force, the plan that it hangs on, and whether the record is still in the database.
SELECT
    (SELECT d.slug FROM documents d WHERE d.identity = c.plan ORDER BY d.plan IS NOT d.id, d.id LIMIT 1) AS plan,
    c.kind,
    c.record_key,
    c.field,
    c.value,
    c.extracted,
    c.note,
    c.reviewer,
    c.corrected_at,
    CASE c.kind
        WHEN 'documents' THEN EXISTS (SELECT 1 FROM documents d WHERE d.identity = c.plan)
        WHEN 'targets' THEN EXISTS (SELECT 1 FROM targets r JOIN documents d ON d.id = r.document WHERE d.identity = c.plan AND r.key = c.record_key)
        WHEN 'deadlines' THEN EXISTS (SELECT 1 FROM deadlines r JOIN documents d ON d.id = r.document WHERE d.identity = c.plan AND r.key = c.record_key)
        WHEN 'legal_refs' THEN EXISTS (SELECT 1 FROM legal_refs r JOIN documents d ON d.id = r.document WHERE d.identity = c.plan AND r.key = c.record_key)
        ELSE EXISTS (SELECT 1 FROM assignments r JOIN documents d ON d.id = r.document WHERE d.identity = c.plan AND r.key = c.record_key)
    END AS there
FROM corrections c
WHERE c.state = 'made'
  AND c.id IN (SELECT max(id) FROM corrections GROUP BY plan, kind, record_key, field)
