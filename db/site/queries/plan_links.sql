-- vi: Một kế hoạch thực hiện văn bản nào (side = above), những kế hoạch nào thực hiện nó (below), bản khác (version), kế hoạch năm trước của đơn vị (year), của đơn vị tiền thân (kin).
-- en: What one plan carries out (side = above), which plans carry it out (below), its versions (version), its unit's plan of the year before (year), plans of the units it came from (kin).
SELECT 'above' AS side, c.basis, c.parent_label AS label, c.parent_issuer AS issuer, c.parent_issued_on AS issued_on,
       c.programme, p.title_vi AS programme_vi, p.title_en AS programme_en, p.decision_vi, p.decision_en, other.slug AS other, other.title, other.level, other.province, other.district, other.commune, other.unit AS unit_code, other.issuer AS plan_issuer, other.issuer_kind
FROM cascades c
JOIN documents d ON d.id = c.child
LEFT JOIN documents other ON other.id = c.parent
LEFT JOIN programmes p ON p.id = c.programme
WHERE d.slug = :plan
UNION ALL
SELECT 'below', c.basis, c.parent_label, NULL, other.issued_on, NULL, NULL, NULL, NULL, NULL, other.slug, other.title, other.level, other.province, other.district, other.commune, other.unit AS unit_code, other.issuer AS plan_issuer, other.issuer_kind
FROM cascades c
JOIN documents d ON d.id = c.parent
JOIN documents other ON other.id = c.child
WHERE d.slug = :plan
UNION ALL
SELECT 'version', other.relation, NULL, NULL, other.issued_on, NULL, NULL, NULL, NULL, NULL, other.slug, other.title, other.level, other.province, other.district, other.commune, other.unit AS unit_code, other.issuer AS plan_issuer, other.issuer_kind
FROM documents d
JOIN documents other ON other.plan = d.plan AND other.id <> d.id
WHERE d.slug = :plan
UNION ALL
SELECT 'kin', NULL, k.earlier_unit_name, NULL, k.earlier_issued_on, NULL, NULL, NULL, NULL, NULL, k.earlier_plan, k.earlier_title, NULL, NULL, NULL, NULL, NULL, NULL, NULL
FROM kin k WHERE k.plan = :plan
UNION ALL
SELECT 'year', NULL, NULL, NULL, other.issued_on, NULL, NULL, NULL, NULL, NULL, other.slug, other.title, other.level, other.province, other.district, other.commune, other.unit AS unit_code, other.issuer AS plan_issuer, other.issuer_kind
FROM documents d
JOIN documents other ON other.issuer_key = d.issuer_key AND other.unit = d.unit AND other.plan = other.id AND other.genre = 'plan'
    AND other.period_start = other.period_end AND other.period_start = d.period_start - 1
WHERE d.slug = :plan AND d.period_start = d.period_end AND (d.plan IS NULL OR other.plan <> d.plan)
