-- vi: Những đoạn của một kế hoạch chưa bóc tách được.
-- en: Places of one plan that were not understood.
SELECT w.code, w.message, w.quote, w.quote_start, w.quote_end
FROM warnings w JOIN documents d ON d.id = w.document WHERE d.slug = :plan ORDER BY w.position
