-- vi: Những tệp vừa tải lên (:plans là danh sách địa chỉ, JSON) là bản nào của kế hoạch nào.
-- en: What uploaded files (:plans, a JSON list of addresses) are to the plans that they belong to.
SELECT d.slug AS plan, d.relation, current.slug AS current_plan, current.title AS current_title,
       (SELECT min(path) FROM files WHERE document = current.id) AS current_path
FROM documents d LEFT JOIN documents current ON current.id = d.plan
WHERE d.slug IN (SELECT value FROM json_each(CASE WHEN :plans = '' THEN '[]' ELSE :plans END)) AND d.relation <> 'current'
