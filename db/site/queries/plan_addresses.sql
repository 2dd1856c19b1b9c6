-- vi: Địa chỉ của mọi kế hoạch.
-- en: Addresses of all plans.
SELECT id, slug, plain_slug, title, number FROM documents ORDER BY slug
