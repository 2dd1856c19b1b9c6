-- vi: Văn bản được nêu là căn cứ mà chưa có trong dữ liệu, cơ quan cần gửi và số kế hoạch viện dẫn, trong một số tỉnh (:provinces là danh sách JSON) hoặc tất cả.
-- en: Documents that plans say they carry out and that are not in the database, who should send them, how many plans cite them, in some provinces (:provinces is a JSON list) or everywhere.
SELECT
    c.parent_label,
    c.parent_issuer,
    c.parent_issued_on,
    count(DISTINCT c.child) AS plans,
    min(d.slug) AS first_plan,
    CASE WHEN count(DISTINCT d.province) = 1 THEN min(d.province) END AS province,
    count(*) OVER () AS found
FROM cascades c
JOIN documents d ON d.id = c.child
WHERE c.parent IS NULL AND c.programme IS NULL
  AND c.child IN
    -- part: of_provinces
GROUP BY c.parent_label, c.parent_issuer, c.parent_issued_on
ORDER BY plans DESC, c.parent_issuer, c.parent_label
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
