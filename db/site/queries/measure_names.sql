-- vi: Mã và tên ngắn của các chỉ tiêu thành phần.
-- en: Codes and short names of the measures.
SELECT code, short_vi, name_en FROM measures GROUP BY code ORDER BY min(position)
