-- vi: Văn bản mà một kế hoạch viện dẫn, kèm những gì danh mục biết về chúng.
-- en: Documents that one plan cites, with what the register knows of them.
SELECT
    r.id,
    r.key,
    r.role,
    r.doc_type,
    r.number,
    r.name,
    r.issued_on,
    r.issuer,
    r.provision,
    r.number_key,
    l.issued_on AS registered_on,
    l.subject,
    l.replaced_by,
    r.section,
    r.page,
    r.quote,
    r.quote_start,
    r.quote_end,
    r.confidence,
    r.ocr,
    r.corrected
FROM legal_refs r
JOIN documents d ON d.id = r.document
LEFT JOIN laws l ON l.key = (
    SELECT key FROM (
        SELECT key, issued_on, issued_on IS r.issued_on AS same FROM laws
        WHERE (number_key = r.number_key OR (r.number_key IS NULL AND name = r.name))
          AND (r.number LIKE '%/____/%' OR substr(issued_on, 1, 4) = substr(coalesce(r.issued_on, issued_on), 1, 4))
          AND (r.issued_on IS NOT NULL OR coalesce(in_force_from, issued_on) <= coalesce(d.issued_on, '9999'))
    ) ORDER BY same DESC, issued_on DESC LIMIT 1
)
WHERE d.slug = :plan
ORDER BY r.position
