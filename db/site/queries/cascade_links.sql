-- vi: Kế hoạch nào thực hiện văn bản nào, trong một số tỉnh (:provinces là danh sách JSON) hoặc tất cả.
-- en: Which plan carries out which, in some provinces (:provinces is a JSON list) or everywhere.
SELECT child.slug AS plan, c.basis, parent.slug AS parent, c.programme, c.parent_label, c.parent_issuer, c.parent_issued_on
FROM cascades c
JOIN documents child ON child.id = c.child
LEFT JOIN documents parent ON parent.id = c.parent
WHERE c.child IN
    -- part: of_provinces
ORDER BY child.sort_key, c.parent_label
