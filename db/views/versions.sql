-- One row: a document and the plan that it is a version of: the one that stands for the plan, a copy, a draft, an older or a replaced one.
SELECT
    current.slug AS plan,
    d.slug AS version,
    d.relation,
    d.title,
    d.number,
    d.issued_on,
    d.status,
    d.media_type,
    coalesce(
        (SELECT min(path) FROM files WHERE document = d.id),
        (SELECT path FROM replacements WHERE document = d.id ORDER BY id DESC LIMIT 1)
    ) AS path,
    (SELECT max(replaced_at) FROM replacements WHERE document = d.id AND d.relation = 'replaced') AS replaced_at
FROM documents d
JOIN documents current ON current.id = d.plan
