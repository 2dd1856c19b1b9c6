coalesce(
    -- who has it: few have been given to anyone, and only these are looked up
    CASE WHEN f.key IN (SELECT finding FROM review_assignments WHERE finding IS NOT NULL) THEN
        (SELECT person FROM review_assignments WHERE id = (SELECT max(id) FROM review_assignments WHERE finding = f.key))
    END,
    CASE WHEN f.document IN (SELECT coalesce(d.plan, d.id) FROM review_assignments a CROSS JOIN documents d ON d.identity = a.plan) THEN
        (SELECT person FROM review_assignments WHERE id = (
            SELECT max(a.id) FROM documents o JOIN review_assignments a ON a.plan = o.identity WHERE o.plan = f.document OR o.id = f.document
        ))
    END,
