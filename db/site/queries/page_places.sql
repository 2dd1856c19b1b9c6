-- vi: Bản ghi của một kế hoạch (:plan) đứng từ đâu đến đâu trong toàn văn trên từng trang của tệp gốc.
-- en: From where to where in the text the records of one plan (:plan) stand on each page of its file.
WITH placed AS (
    SELECT document, page, quote_start FROM targets
    UNION ALL SELECT document, page, quote_start FROM deadlines
    UNION ALL SELECT document, page, quote_start FROM legal_refs
    UNION ALL SELECT document, page, quote_start FROM assignments
)
SELECT p.page, min(p.quote_start) AS first, max(p.quote_start) AS last, length(x.text) AS characters
FROM documents d
JOIN placed p ON p.document = d.id
LEFT JOIN texts x ON x.document = d.id
WHERE d.slug = :plan AND p.page IS NOT NULL AND p.quote_start IS NOT NULL
GROUP BY p.page
ORDER BY p.page
