(
    SELECT id FROM documents WHERE :provinces = ''
    UNION ALL
    SELECT id FROM documents WHERE province IN (SELECT value FROM json_each(CASE WHEN :provinces = '' THEN '[]' ELSE :provinces END))
)
