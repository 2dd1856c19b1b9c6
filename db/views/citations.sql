-- One row: a cited document × a date with which it is cited, with the plans that do so.
SELECT
    r.doc_type,
    coalesce(r.number, r.name) AS cited,
    r.issued_on,
    count(*) AS mentions,
    count(DISTINCT r.document) AS plans,
    min(r.issuer) AS issuer,
    group_concat(DISTINCT d.slug) AS plan_list
FROM legal_refs r
JOIN documents d ON d.id = r.document
GROUP BY r.doc_type, coalesce(r.number_key, r.name), r.issued_on
