-- vi: Danh mục biết gì về một văn bản: theo khóa, số đã chuẩn hóa hoặc tên (:key, :number, :name).
-- en: What the register knows of a document, by key, folded number or name (:key, :number, :name).
SELECT l.*, next.number AS next_number, next.name AS next_name, next.issued_on AS next_issued_on, next.subject AS next_subject
FROM laws l
LEFT JOIN laws next ON next.key = l.replaced_by
WHERE l.key = :key OR (:number <> '' AND l.number_key = :number) OR (:name <> '' AND l.name = :name)
ORDER BY l.issued_on
