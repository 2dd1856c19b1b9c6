-- vi: Danh sách kế hoạch với số bản ghi, kết quả so sánh, số điểm cần rà soát; tham số trống nghĩa là tất cả.
-- en: The plans with their records, how they compare, how many findings; an empty parameter means all.
WITH chosen AS (
    SELECT d.id, d.sort_key, count(*) OVER () AS found
    FROM documents d
    LEFT JOIN units u ON u.code = d.unit
    WHERE d.plan = d.id
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:kind = '' OR d.plan_kind = :kind)
      AND (:place = '' OR instr(d.folded, :place))
      AND (:units = '' OR (:units = 'new') = (u.code IS NOT NULL AND u.valid_to IS NULL))
      AND (:year = '' OR CAST(:year AS INTEGER) BETWEEN d.period_start AND d.period_end)
    ORDER BY d.sort_key, d.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    d.slug AS plan,
    d.title,
    d.number,
    d.issuer,
    d.issued_on,
    -- part: locality
    d.period_start,
    d.period_end,
    d.plan_kind,
    d.status,
    chosen.found,
    (SELECT count(*) FROM targets r WHERE r.document = d.id) AS targets,
    (SELECT count(*) FROM deadlines r WHERE r.document = d.id) AS deadlines,
    (SELECT count(*) FROM assignments r WHERE r.document = d.id) AS duties,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker,
    (SELECT count(*) FROM findings f WHERE f.plan = d.slug AND f.gone = 0 AND f.under IS NULL) AS findings,
    (SELECT count(*) FROM warnings w WHERE w.document = d.id) AS warnings
FROM chosen
JOIN documents d ON d.id = chosen.id
ORDER BY chosen.sort_key, d.id
