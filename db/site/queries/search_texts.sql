-- vi: Toàn văn và bản không dấu của một số văn bản (:documents là danh sách JSON).
-- en: Texts and their folded copies for some documents (:documents is a JSON list).
SELECT x.document, x.text, s.words
FROM json_each(:documents) wanted
JOIN texts x ON x.document = wanted.value
JOIN searchable s ON s.document = wanted.value
