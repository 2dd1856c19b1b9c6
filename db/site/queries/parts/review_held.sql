LEFT JOIN review_assignments own ON own.id = (SELECT max(id) FROM review_assignments WHERE finding = f.key)
LEFT JOIN review_assignments whole ON whole.id = (
    SELECT max(a.id) FROM documents o JOIN review_assignments a ON a.plan = o.identity WHERE o.plan = f.document OR o.id = f.document
)
