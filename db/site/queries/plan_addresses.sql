-- vi: Địa chỉ của mọi kế hoạch.
-- en: Addresses of all plans.
SELECT
    d.id,
    d.slug,
    d.plain_slug,
    d.title,
    d.number,
    -- part: locality
    d.issuer,
    d.period_start,
    d.period_end
FROM documents d
ORDER BY d.sort_key, d.slug
