-- vi: Số kế hoạch có những từ cần tìm.
-- en: How many plans hold the words looked for.
SELECT count(*) AS plans
FROM searchable_fts
JOIN searchable s ON s.id = searchable_fts.rowid
JOIN documents d ON d.id = s.document AND d.plan = d.id
WHERE searchable_fts MATCH :match
  AND (:level = '' OR d.level = :level)
  AND (:province = '' OR d.province = :province)
