-- vi: Đơn vị nào của một cấp đã gửi, chưa gửi, gửi muộn (sau ngày :due) kế hoạch của một năm hoặc của chương trình, hay đang dùng kế hoạch của các đơn vị trước sắp xếp; đơn vị có tại ngày :on.
-- en: Which units of a level have sent a plan for a year or a programme, which have not, which late (after :due), which go by plans of the units they came from; units as of :on.
WITH counted AS MATERIALIZED (
    SELECT d.unit, d.slug, d.issued_on, d.plan_kind, d.period_end
    FROM documents d
    -- what a department, an office or a Party committee issues is not its locality's plan
    WHERE coalesce(d.issuer_kind, 'people_committee') IN ('people_committee', 'people_council') AND :year <> '' AND d.plan = d.id AND d.genre IN ('plan', 'allocation', 'resolution') AND d.unit IS NOT NULL AND CAST(:year AS INTEGER) BETWEEN d.period_start AND d.period_end
    UNION
    SELECT c.unit, c.plan, c.issued_on, '', d.period_end
    FROM carried_out c
    JOIN documents d ON d.slug = c.plan AND coalesce(d.issuer_kind, 'people_committee') IN ('people_committee', 'people_council')
    WHERE :year = '' AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.unit IS NOT NULL
),
-- what the units of the day came from, on their level; `alone` where the unit is the very same: one of one name
came AS MATERIALIZED (
    SELECT
        ch.unit,
        ch.became,
        a.full_name = b.full_name
            AND count(*) OVER (PARTITION BY ch.became) = 1
            AND count(*) OVER (PARTITION BY ch.unit) = 1 AS alone
    FROM units b
    JOIN unit_changes ch ON ch.became = b.code
    JOIN units a ON a.code = ch.unit AND a.level = b.level
    WHERE b.level = :level AND b.valid_from <= :on AND (b.valid_to IS NULL OR b.valid_to >= :on)
),
own AS MATERIALIZED (
    SELECT unit, slug, issued_on, plan_kind FROM counted
    UNION ALL
    SELECT came.became, counted.slug, counted.issued_on, counted.plan_kind
    FROM came
    JOIN counted ON counted.unit = came.unit
    WHERE came.alone
),
first AS MATERIALIZED (
    SELECT unit, slug, issued_on,
           row_number() OVER (PARTITION BY unit ORDER BY plan_kind = 'annual' DESC, coalesce(issued_on, '9999'), slug) AS place,
           count(*) OVER (PARTITION BY unit) AS plans
    FROM own
),
-- plans of the units of before that still hold, each by itself
earlier AS MATERIALIZED (
    SELECT came.became AS unit, json_group_array(json_object('unit', counted.unit, 'plan', counted.slug)) AS plans
    FROM came
    JOIN counted ON counted.unit = came.unit
    WHERE NOT came.alone AND counted.period_end >= CAST(substr(:on, 1, 4) AS INTEGER)
    GROUP BY came.became
),
-- grouped and not joined: what is joined to so many units has no index
found AS MATERIALIZED (
    SELECT unit, max(slug) AS plan, max(issued_on) AS issued_on, max(plans) AS plans, max(earlier) AS earlier
    FROM (
        SELECT unit, slug, issued_on, plans, NULL AS earlier FROM first WHERE place = 1
        UNION ALL
        SELECT unit, NULL, NULL, NULL, plans FROM earlier
        UNION ALL
        SELECT code, NULL, NULL, NULL, NULL FROM units WHERE level = :level AND valid_from <= :on AND (valid_to IS NULL OR valid_to >= :on)
    )
    GROUP BY unit
),
listed AS (
    SELECT
        u.code AS unit,
        u.full_name AS unit_name,
        u.level,
        above.name AS province,
        f.plan,
        (SELECT title FROM documents WHERE slug = f.plan) AS title,
        (SELECT number FROM documents WHERE slug = f.plan) AS number,
        f.issued_on,
        coalesce(f.plans, 0) AS plans,
        CASE WHEN f.plan IS NOT NULL THEN CASE WHEN f.issued_on > :due THEN 'late' ELSE 'sent' END WHEN f.earlier IS NOT NULL THEN 'inherited' ELSE 'not_sent' END AS state,
        f.earlier,
        above.sort_key AS above_key,
        u.sort_key AS own_key
    FROM found f
    JOIN units u ON u.code = f.unit AND u.level = :level AND u.valid_from <= :on AND (u.valid_to IS NULL OR u.valid_to >= :on)
    JOIN units above ON above.code = u.province
)
SELECT unit, unit_name, level, province, plan, title, number, issued_on, plans, state, earlier
FROM listed
WHERE (:province = '' OR province = :province) AND (:state = '' OR state = :state)
ORDER BY above_key, own_key, unit
