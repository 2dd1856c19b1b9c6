-- vi: Trong dữ liệu có bao nhiêu kế hoạch, địa phương, chỉ tiêu, điểm cần rà soát, tệp lỗi.
-- en: How many plans, localities, targets, findings and failed files there are.
SELECT
    (SELECT count(*) FROM documents WHERE plan = id AND genre IN ('plan', 'allocation', 'resolution')) AS plans,
    (SELECT count(DISTINCT coalesce(unit, issuer_key, id)) FROM documents WHERE plan = id AND genre IN ('plan', 'allocation', 'resolution')) AS localities,
    (SELECT count(*) FROM targets r JOIN documents d ON d.id = r.document AND d.plan = d.id) AS targets,
    (SELECT count(*) FROM deadlines r JOIN documents d ON d.id = r.document AND d.plan = d.id) AS deadlines,
    (SELECT count(*) FROM findings f WHERE gone = 0 AND under IS NULL) AS findings,
    (SELECT count(*) FROM findings f WHERE gone = 0 AND under IS NULL AND id NOT IN (SELECT finding FROM decision WHERE state <> 'open')) AS open,
    (SELECT count(*) FROM files WHERE outcome IN ('failed', 'waiting')) AS failed,
    (SELECT count(*) FROM warnings r JOIN documents d ON d.id = r.document AND d.plan = d.id) AS warnings
