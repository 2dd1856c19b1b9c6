-- vi: Một kế hoạch thực hiện văn bản nào (side = above) và những kế hoạch nào thực hiện nó (side = below).
-- en: What one plan carries out (side = above) and which plans carry it out (side = below).
SELECT 'above' AS side, c.basis, c.parent_label AS label, c.parent_issuer AS issuer, c.parent_issued_on AS issued_on,
       c.programme, p.title_vi AS programme_vi, p.title_en AS programme_en, p.decision_vi, p.decision_en, other.slug AS other, other.title, other.level, other.province, other.district, other.commune
FROM cascades c
JOIN documents d ON d.id = c.child
LEFT JOIN documents other ON other.id = c.parent
LEFT JOIN programmes p ON p.id = c.programme
WHERE d.slug = :plan
UNION ALL
SELECT 'below', c.basis, c.parent_label, NULL, other.issued_on, NULL, NULL, NULL, NULL, NULL, other.slug, other.title, other.level, other.province, other.district, other.commune
FROM cascades c
JOIN documents d ON d.id = c.parent
JOIN documents other ON other.id = c.child
WHERE d.slug = :plan
UNION ALL
SELECT 'version', other.relation, NULL, NULL, other.issued_on, NULL, NULL, NULL, NULL, NULL, other.slug, other.title, other.level, other.province, other.district, other.commune
FROM documents d
JOIN documents other ON other.plan = d.plan AND other.id <> d.id
WHERE d.slug = :plan
UNION ALL
SELECT 'kin', NULL, k.earlier_unit_name, NULL, k.earlier_issued_on, NULL, NULL, NULL, NULL, NULL, k.earlier_plan, k.earlier_title, NULL, NULL, NULL, NULL
FROM kin k WHERE k.plan = :plan
