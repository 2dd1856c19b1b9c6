-- vi: Những kế hoạch được chọn để đặt cạnh nhau (:plans là danh sách JSON các tên ngắn trong địa chỉ), kể cả dự thảo và bản cũ.
-- en: The plans that were chosen to be put side by side (:plans is a JSON list of slugs), drafts and older versions too.
SELECT
    d.id,
    d.plan,
    d.slug,
    d.title,
    d.number,
    d.issuer,
    d.issued_on,
    -- part: locality
    d.period_start,
    d.period_end,
    d.plan_kind,
    d.status,
    d.relation,
    d.media_type
FROM json_each(CASE WHEN :plans = '' THEN '[]' ELSE :plans END) chosen
JOIN documents d ON d.slug = chosen.value
ORDER BY chosen.key
