-- vi: Nhiệm vụ mà một kế hoạch giao cho các cơ quan.
-- en: Duties that one plan lays on agencies.
SELECT
    a.id,
    a.key,
    a.role,
    a.agencies,
    a.partners,
    a.indicators,
    a.requested,
    a.section,
    a.page,
    a.quote,
    a.quote_start,
    a.quote_end,
    a.confidence,
    a.ocr,
    a.corrected
FROM assignments a
JOIN documents d ON d.id = a.document
WHERE d.slug = :plan
ORDER BY a.position
