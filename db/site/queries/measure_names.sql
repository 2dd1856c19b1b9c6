-- vi: Mã và tên ngắn của các chỉ tiêu thành phần của chương trình mặc định.
-- en: Codes and short names of the measures of the default programme.
SELECT m.code, m.short_vi, m.name_en
FROM measures m JOIN programmes p ON p.id = m.programme AND p.is_default = 1
ORDER BY m.position
