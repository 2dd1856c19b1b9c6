-- One row: a plan and a document that it carries out; `parent` is empty where that document is not in the database.
SELECT
    child.slug AS plan,
    child.title AS plan_title,
    child.level,
    child.province,
    child.district,
    child.commune,
    c.basis,
    parent.slug AS parent,
    c.programme,
    c.parent_label,
    c.parent_issuer,
    c.parent_issued_on,
    c.parent IS NULL AND c.programme IS NULL AS parent_missing,
    r.quote
FROM cascades c
JOIN documents child ON child.id = c.child
LEFT JOIN documents parent ON parent.id = c.parent
LEFT JOIN legal_refs r ON r.id = c.reference
