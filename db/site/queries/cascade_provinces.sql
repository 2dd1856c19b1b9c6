-- vi: Cụ thể hóa theo tỉnh: số kế hoạch từng cấp, số giá trị cao hơn, bằng, chưa bảo đảm, số văn bản làm căn cứ chưa có.
-- en: The cascade by province: plans of each level, stricter, equal and weaker values, parents that are missing.
WITH judged AS MATERIALIZED (
    SELECT document, sum(stance = 'stricter') AS stricter, sum(stance = 'equal') AS equal, sum(stance = 'weaker') AS weaker
    FROM comparisons
    WHERE stance IN ('stricter', 'equal', 'weaker')
    GROUP BY document
),
unknown AS MATERIALIZED (
    SELECT child, count(*) AS parents FROM cascades WHERE parent IS NULL AND programme IS NULL GROUP BY child
)
SELECT
    d.province,
    sum(d.level = 'province') AS provincial,
    sum(d.level = 'district') AS districts,
    sum(d.level = 'commune') AS communes,
    coalesce(sum(j.stricter), 0) AS stricter,
    coalesce(sum(j.equal), 0) AS equal,
    coalesce(sum(j.weaker), 0) AS weaker,
    coalesce(sum(u.parents), 0) AS missing
FROM documents d
LEFT JOIN judged j ON j.document = d.id
LEFT JOIN unknown u ON u.child = d.id
WHERE d.plan = d.id AND d.province IS NOT NULL
GROUP BY d.province
ORDER BY min(d.sort_key)
