-- vi: Tệp từng được đưa vào, kể cả tệp lỗi; lọc theo kết quả (:outcome).
-- en: Files that were ever offered, failed ones too; by outcome (:outcome).
SELECT f.path, f.outcome, f.error, f.message, f.size, f.seconds, f.offered_at, d.slug AS plan, d.title, d.relation,
       CASE WHEN f.outcome = 'duplicate' THEN (SELECT min(o.path) FROM files o WHERE o.document = f.document AND o.path <> f.path AND o.error IS NULL) END AS same_as,
       (SELECT count(*) FROM warnings w WHERE w.document = d.id) AS warnings,
       (SELECT min(t.message) FROM faults t WHERE t.document = d.id) AS fault, count(*) OVER () AS found
FROM files f LEFT JOIN documents d ON d.id = f.document
WHERE (:outcome = '' OR f.outcome = :outcome)
ORDER BY f.outcome NOT IN ('failed', 'waiting'), f.offered_at DESC, f.path
LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
