-- vi: Đơn vị nào của một cấp đã gửi, chưa gửi, gửi muộn (sau ngày :due) kế hoạch của một năm hoặc của chương trình; đơn vị có tại ngày :on.
-- en: Which units of a level have sent a plan for a year or a programme, which have not, which late (after :due); units as of :on.
WITH counted AS (
    SELECT d.unit, d.slug, d.issued_on, d.plan_kind
    FROM documents d
    WHERE :year <> '' AND d.plan = d.id AND d.genre IN ('plan', 'allocation', 'resolution') AND d.unit IS NOT NULL AND CAST(:year AS INTEGER) BETWEEN d.period_start AND d.period_end
    UNION
    SELECT c.unit, c.plan, c.issued_on, ''
    FROM carried_out c
    WHERE :year = '' AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.unit IS NOT NULL
),
first AS (
    SELECT unit, slug, issued_on,
           row_number() OVER (PARTITION BY unit ORDER BY plan_kind = 'annual' DESC, coalesce(issued_on, '9999'), slug) AS place,
           count(*) OVER (PARTITION BY unit) AS plans
    FROM counted
),
listed AS (
    SELECT
        u.code AS unit,
        u.full_name AS unit_name,
        u.level,
        above.name AS province,
        f.slug AS plan,
        (SELECT title FROM documents WHERE slug = f.slug) AS title,
        (SELECT number FROM documents WHERE slug = f.slug) AS number,
        f.issued_on,
        coalesce(f.plans, 0) AS plans,
        CASE WHEN f.slug IS NULL THEN 'not_sent' WHEN f.issued_on > :due THEN 'late' ELSE 'sent' END AS state,
        above.sort_key AS above_key,
        u.sort_key AS own_key
    FROM units u
    JOIN units above ON above.code = u.province
    LEFT JOIN first f ON f.unit = u.code AND f.place = 1
    WHERE u.level = :level AND u.valid_from <= :on AND (u.valid_to IS NULL OR u.valid_to >= :on)
)
SELECT unit, unit_name, level, province, plan, title, number, issued_on, plans, state
FROM listed
WHERE (:province = '' OR province = :province) AND (:state = '' OR state = :state)
ORDER BY above_key, own_key, unit
