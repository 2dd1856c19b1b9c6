-- vi: Danh mục biết gì về một văn bản: theo khóa, số đã chuẩn hóa hoặc tên (:key, :number, :name).
-- en: What the register knows of a document, by key, folded number or name (:key, :number, :name).
SELECT
    l.*,
    next.number AS next_number,
    next.name AS next_name,
    next.issued_on AS next_issued_on,
    next.subject AS next_subject,
    (
        SELECT json_group_array(json_object('key', key, 'said', said))
        FROM (SELECT key, coalesce(name || ' ' || substr(issued_on, 1, 4), number) AS said FROM laws WHERE replaced_by = l.key ORDER BY issued_on)
    ) AS replaces,
    (
        SELECT json_group_array(json_object('key', key, 'said', said))
        FROM (SELECT o.key, coalesce(o.number, o.name) AS said FROM json_each(l.amended_by) a JOIN laws o ON o.key = a.value ORDER BY o.issued_on)
    ) AS amendments
FROM laws l
LEFT JOIN laws next ON next.key = l.replaced_by
WHERE l.key = :key OR (:number <> '' AND l.number_key = :number) OR (:name <> '' AND l.name = :name)
ORDER BY l.issued_on
