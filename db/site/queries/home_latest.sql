-- vi: Tệp được nạp gần đây nhất.
-- en: The files loaded last.
SELECT f.offered_at, f.path, f.outcome, f.message, d.slug AS plan, d.title,
    -- part: locality
    d.issuer, d.period_start, d.period_end,
       (SELECT count(*) FROM findings x WHERE x.plan = d.slug AND x.gone = 0 AND x.under IS NULL) AS findings
FROM files f LEFT JOIN documents d ON d.id = f.document
ORDER BY f.offered_at DESC, f.path
LIMIT 8
