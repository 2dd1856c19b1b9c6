-- vi: Ai viện dẫn một văn bản (:number đã chuẩn hóa hoặc :name), với vai trò gì, kèm trích nguyên văn.
-- en: Who cites a document (folded :number, or :name), in which role, with the quotes.
SELECT
    d.slug AS plan,
    d.title,
    -- part: locality
    d.issuer AS plan_issuer,
    d.period_start,
    d.period_end,
    r.role,
    r.number,
    r.name,
    r.issued_on,
    r.issuer,
    r.provision,
    r.quote,
    r.section,
    r.page,
    r.key,
    count(*) OVER () AS found
FROM legal_refs r
JOIN documents d ON d.id = r.document AND d.plan = d.id
WHERE ((:number <> '' AND r.number_key = :number)
   OR (:name <> '' AND lower(replace(replace(:name, 'Đ', 'đ'), ',', '')) =
    -- part: name_of_law
   ))
  AND (:dated = '' OR r.issued_on = :dated)
ORDER BY d.sort_key, d.id, r.position
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
