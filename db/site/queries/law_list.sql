-- vi: Văn bản được viện dẫn, nhiều nơi viện dẫn nhất trước, với số ngày khác nhau được ghi và văn bản thay thế.
-- en: Documents cited, the most cited first, with how many different dates they are given and what replaced them.
SELECT
    coalesce(r.number_key, r.name) AS law,
    min(coalesce(r.number, r.name)) AS cited,
    min(r.doc_type) AS doc_type,
    count(*) AS mentions,
    count(DISTINCT r.document) AS plans,
    count(DISTINCT CASE WHEN length(r.issued_on) = 10 THEN r.issued_on END) AS dates,
    min(r.issued_on) AS issued_on,
    count(*) OVER () AS found
FROM legal_refs r
JOIN documents d ON d.id = r.document AND d.plan = d.id
WHERE coalesce(r.number_key, r.name) IS NOT NULL
  AND (:words = '' OR instr(lower(coalesce(r.number_key, '')), :words) OR instr(lower(coalesce(r.name, '')), :words))
GROUP BY coalesce(r.number_key, r.name)
ORDER BY plans DESC, mentions DESC, law
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
