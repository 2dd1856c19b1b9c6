-- vi: Văn bản không được tính: chưa xác định là kế hoạch, hoặc đã rút (ai, khi nào, vì sao).
-- en: Documents that count as no plan: not confirmed as one, or taken back (who, when, why).
SELECT
    d.slug AS plan,
    d.title,
    d.relation,
    (SELECT min(path) FROM files WHERE document = d.id) AS path,
    r.reason,
    r.reviewer,
    r.removed_at,
    o.slug AS replaced_by
FROM documents d
LEFT JOIN removals r ON r.id = (SELECT max(id) FROM removals WHERE document = d.id) AND d.relation = 'removed'
LEFT JOIN documents o ON o.id = r.replaced_by
WHERE d.relation IN ('removed', 'unconfirmed')
ORDER BY d.relation DESC, r.removed_at DESC, d.slug
