-- vi: Mã và tên ngắn của các chỉ tiêu thành phần của một chương trình.
-- en: Codes and short names of the measures of a programme.
SELECT code, short_vi, name_en
FROM measures
WHERE programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
ORDER BY position
