-- One row: a cited document × a date with which it is cited, with the plans that do so and what the register knows of it.
SELECT
    r.doc_type,
    coalesce(r.number, r.name) AS cited,
    r.issued_on,
    count(*) AS mentions,
    count(DISTINCT r.document) AS plans,
    min(r.issuer) AS issuer,
    group_concat(DISTINCT d.slug) AS plan_list,
    l.key AS law,
    l.issued_on AS registered_on,
    l.subject,
    l.replaced_by
FROM legal_refs r
JOIN documents d ON d.id = r.document AND d.plan = d.id
LEFT JOIN laws l ON l.key = (
    SELECT key FROM (
        SELECT key, issued_on, issued_on IS r.issued_on AS same FROM laws
        WHERE (number_key = r.number_key OR (r.number_key IS NULL AND name = r.name))
          AND (r.number LIKE '%/____/%' OR substr(issued_on, 1, 4) = substr(coalesce(r.issued_on, issued_on), 1, 4))
          AND (r.number_key IS NOT NULL OR r.issued_on IS NOT NULL OR (SELECT count(*) FROM laws o WHERE o.name = r.name) = 1)
    ) ORDER BY same DESC, issued_on DESC LIMIT 1
)
GROUP BY r.doc_type, coalesce(r.number_key, r.name), r.issued_on
