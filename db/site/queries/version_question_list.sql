-- vi: Những cặp văn bản chưa rõ có phải cùng một văn bản không.
-- en: Pairs of documents that may be one plan, to be answered.
SELECT
    q.one,
    q.other,
    q.alike,
    q.several,
    a.slug AS one_plan,
    a.title AS one_title,
    a.number AS one_number,
    a.issued_on AS one_issued_on,
    (SELECT min(path) FROM files WHERE document = a.id) AS one_path,
    b.slug AS other_plan,
    b.title AS other_title,
    b.number AS other_number,
    b.issued_on AS other_issued_on,
    (SELECT min(path) FROM files WHERE document = b.id) AS other_path
FROM version_questions q
JOIN documents a ON a.id = q.one
JOIN documents b ON b.id = q.other
ORDER BY q.several DESC, q.alike DESC, q.id
