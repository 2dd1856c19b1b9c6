-- vi: Cột của bảng so sánh: mỗi dòng một kế hoạch, với số giá trị cao hơn, bằng, chưa bảo đảm; tham số trống nghĩa là tất cả.
-- en: Columns of the comparison: one row a plan with its counts of stricter, equal and weaker values; an empty parameter means all.
WITH chosen AS (
    SELECT d.id, d.sort_key, count(*) OVER () AS found
    FROM documents d
    LEFT JOIN units u ON u.code = d.unit
    WHERE d.plan = d.id
      AND EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.programme = :programme)
      AND (:only = '' OR EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.stance = :only))
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:kind = '' OR d.plan_kind = :kind)
      AND (:place = '' OR instr(d.folded, :place))
      AND (:units = '' OR (:units = 'new') = (u.code IS NOT NULL AND u.valid_to IS NULL))
      AND (:year = '' OR EXISTS (SELECT 1 FROM comparisons y WHERE y.document = d.id AND y.year = CAST(:year AS INTEGER)))
    ORDER BY d.sort_key, d.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
)
SELECT
    d.id,
    d.slug AS plan,
    d.title,
    d.number,
    d.level,
    d.province,
    d.district,
    d.commune,
    d.issuer,
    d.period_start,
    d.period_end,
    d.plan_kind,
    d.status,
    d.issued_on,
    chosen.found,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = :programme AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = :programme AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = :programme AND c.stance = 'weaker') AS weaker
FROM chosen
JOIN documents d ON d.id = chosen.id
ORDER BY chosen.sort_key, d.id
