-- vi: Tên các văn bản được viện dẫn không có số.
-- en: Names of documents that are cited without a number.
SELECT DISTINCT name FROM legal_refs WHERE name IS NOT NULL
UNION
SELECT name FROM laws WHERE name IS NOT NULL
