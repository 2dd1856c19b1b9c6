-- vi: Một văn bản (:number đã chuẩn hóa hoặc :name) được viện dẫn với những ngày nào.
-- en: With which dates a document (folded :number, or :name) is cited.
SELECT r.issued_on, count(*) AS mentions, count(DISTINCT r.document) AS plans, min(r.issuer) AS issuer
FROM legal_refs r
JOIN documents d ON d.id = r.document AND d.plan = d.id
WHERE (:number <> '' AND r.number_key = :number)
   OR (:name <> '' AND lower(replace(replace(:name, 'Đ', 'đ'), ',', '')) =
    -- part: name_of_law
   )
GROUP BY r.issued_on
ORDER BY plans DESC, r.issued_on
