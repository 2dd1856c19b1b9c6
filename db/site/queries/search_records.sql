-- vi: Vị trí các bản ghi của một số văn bản (:documents là danh sách JSON).
-- en: Places of the records of some documents (:documents is a JSON list).
SELECT document, 'target' AS kind, key, measure AS label, quote_start, quote_end FROM targets WHERE document IN (SELECT value FROM json_each(:documents))
UNION ALL
SELECT document, 'deadline', key, NULL, quote_start, quote_end FROM deadlines WHERE document IN (SELECT value FROM json_each(:documents))
UNION ALL
SELECT document, 'legal', key, coalesce(number, name), quote_start, quote_end FROM legal_refs WHERE document IN (SELECT value FROM json_each(:documents))
UNION ALL
SELECT document, 'duty', key, NULL, quote_start, quote_end FROM assignments WHERE document IN (SELECT value FROM json_each(:documents))
