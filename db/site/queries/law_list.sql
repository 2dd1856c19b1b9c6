-- vi: Văn bản được viện dẫn, nhiều nơi viện dẫn nhất trước, với ngày được ghi nhiều nhất, số ngày khác nhau và văn bản thay thế.
-- en: Documents cited, the most cited first, with the day that most give, how many different dates they are given and what replaced them.
WITH said AS (
    SELECT
        coalesce(
            r.number_key,
            -- part: name_of_law
        ) AS law,
        coalesce(r.number, r.name) AS cited,
        r.doc_type,
        r.issued_on,
        r.document
    FROM legal_refs r
    JOIN documents d ON d.id = r.document AND d.plan = d.id
    WHERE coalesce(r.number_key, r.name) IS NOT NULL
      AND (:words = '' OR instr(lower(coalesce(r.number_key, '')), :words) OR instr(lower(coalesce(r.name, '')), :words))
),
-- how most write it, and the day that most give; a year alone only where none gives a day
spelled AS (
    SELECT law, cited, max(many) AS many
    FROM (SELECT law, cited, count(*) AS many FROM said GROUP BY law, cited)
    GROUP BY law
),
dated AS (
    SELECT law, issued_on, max(many) AS many
    FROM (
        SELECT law, issued_on, count(*) + 1000000000 * (length(issued_on) = 10) AS many
        FROM said
        WHERE issued_on IS NOT NULL
        GROUP BY law, issued_on
    )
    GROUP BY law
)
SELECT
    s.law,
    spelled.cited,
    min(s.doc_type) AS doc_type,
    count(*) AS mentions,
    count(DISTINCT s.document) AS plans,
    count(DISTINCT CASE WHEN length(s.issued_on) = 10 THEN s.issued_on END) AS dates,
    dated.issued_on,
    count(*) OVER () AS found
FROM said s
JOIN spelled ON spelled.law = s.law
LEFT JOIN dated ON dated.law = s.law
GROUP BY s.law
ORDER BY plans DESC, mentions DESC, s.law
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
