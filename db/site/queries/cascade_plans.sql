-- vi: Kế hoạch trong cây cụ thể hóa, với kết quả so sánh, trong một số tỉnh (:provinces là danh sách JSON) hoặc tất cả.
-- en: Plans of the cascade with how they compare, in some provinces (:provinces is a JSON list) or everywhere.
SELECT
    d.slug AS plan,
    d.title,
    d.number,
    -- part: locality
    d.issuer,
    d.issued_on,
    d.period_start,
    d.period_end,
    d.plan_kind,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker
FROM documents d
WHERE d.plan = d.id AND d.id IN
    -- part: of_provinces
ORDER BY d.sort_key, d.id
