-- vi: Địa chỉ của mọi kế hoạch.
-- en: Addresses of all plans.
SELECT
    id,
    slug,
    plain_slug,
    title,
    number,
    level,
    province,
    district,
    commune,
    unit AS unit_code,
    issuer,
    issuer_kind,
    period_start,
    period_end
FROM documents
ORDER BY sort_key, slug
