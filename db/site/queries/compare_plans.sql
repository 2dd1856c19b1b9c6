-- vi: Cột của bảng so sánh: mỗi dòng một kế hoạch, với số giá trị cao hơn, bằng, chưa bảo đảm; tham số trống nghĩa là tất cả.
-- en: Columns of the comparison: one row a plan with its counts of stricter, equal and weaker values; an empty parameter means all.
WITH chosen AS (
    -- part: chosen_plans
)
SELECT
    d.id,
    d.slug AS plan,
    d.title,
    d.doc_type,
    d.number,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end,
    d.plan_kind,
    d.status,
    d.issued_on,
    chosen.found,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = 'weaker') AS weaker
FROM chosen
JOIN documents d ON d.id = chosen.id
ORDER BY
    chosen.sorted IS NULL AND :sort <> '',
    CASE WHEN :down = '' THEN chosen.sorted END,
    CASE WHEN :down <> '' THEN chosen.sorted END DESC,
    chosen.sort_key,
    d.id
