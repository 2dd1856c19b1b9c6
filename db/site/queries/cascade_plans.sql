-- vi: Kế hoạch trong cây cụ thể hóa, với kết quả so sánh, trong một tỉnh (:province) hoặc tất cả.
-- en: Plans of the cascade with how they compare, in one province (:province) or everywhere.
SELECT
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
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker
FROM documents d
WHERE d.plan = d.id AND (:province = '' OR d.province = :province)
ORDER BY d.sort_key, d.id
