    -- a name however it is written: capitals and commas differ
    lower(replace(replace(r.name, 'Đ', 'đ'), ',', ''))
