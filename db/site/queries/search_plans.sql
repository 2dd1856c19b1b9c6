-- vi: Kế hoạch có những từ cần tìm (:match là truy vấn FTS5 không dấu, ví dụ "duoi nuoc"), khớp nhất trước.
-- en: Plans that hold the words looked for (:match is a folded FTS5 query, e.g. "duoi nuoc"), the best first.
SELECT
    d.id,
    d.slug AS plan,
    d.title,
    d.number,
    d.issuer,
    d.issued_on,
    -- part: locality
    d.period_start,
    d.period_end
FROM searchable_fts
JOIN searchable s ON s.id = searchable_fts.rowid
JOIN documents d ON d.id = s.document AND d.plan = d.id
WHERE searchable_fts MATCH :match
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
ORDER BY bm25(searchable_fts, 10.0, 1.0), d.sort_key
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
