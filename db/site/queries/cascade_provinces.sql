-- vi: Cụ thể hóa theo tỉnh: số kế hoạch từng cấp, số giá trị cao hơn, bằng, chưa bảo đảm, số văn bản làm căn cứ chưa có.
-- en: The cascade by province: plans of each level, stricter, equal and weaker values, parents that are missing.
SELECT
    d.province,
    count(DISTINCT CASE WHEN d.level = 'province' THEN d.id END) AS provincial,
    count(DISTINCT CASE WHEN d.level = 'district' THEN d.id END) AS district,
    count(DISTINCT CASE WHEN d.level = 'commune' THEN d.id END) AS commune,
    sum(c.stance = 'stricter') AS stricter,
    sum(c.stance = 'equal') AS equal,
    sum(c.stance = 'weaker') AS weaker,
    (SELECT count(*) FROM cascades x JOIN documents y ON y.id = x.child WHERE y.province = d.province AND x.parent IS NULL AND x.programme IS NULL) AS missing
FROM documents d
LEFT JOIN comparisons c ON c.document = d.id AND c.stance IN ('stricter', 'equal', 'weaker')
WHERE d.plan = d.id AND d.province IS NOT NULL
GROUP BY d.province
ORDER BY min(d.sort_key)
