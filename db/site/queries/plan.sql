-- vi: Phần đầu của một kế hoạch (:plan là tên ngắn trong địa chỉ), tệp gốc, số bản ghi mỗi loại.
-- en: Head of one plan (:plan is its slug), its file, how many records of each kind.
SELECT
    d.*,
    d.unit AS unit_code,
    current.slug AS current_plan,
    (SELECT r.reason FROM removals r WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1) AS removal_reason,
    (SELECT r.reviewer FROM removals r WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1) AS removal_by,
    (SELECT r.removed_at FROM removals r WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1) AS removal_at,
    (SELECT o.slug FROM removals r JOIN documents o ON o.id = r.replaced_by WHERE r.document = d.id ORDER BY r.id DESC LIMIT 1) AS replaced_by,
    u.full_name AS unit_name,
    u.valid_to AS unit_until,
    (SELECT path FROM files f WHERE f.document = d.id ORDER BY path LIMIT 1) AS path,
    (SELECT count(*) FROM targets r WHERE r.document = d.id) AS targets,
    (SELECT count(*) FROM deadlines r WHERE r.document = d.id) AS deadlines,
    (SELECT count(*) FROM legal_refs r WHERE r.document = d.id) AS legal_refs,
    (SELECT count(*) FROM assignments r WHERE r.document = d.id) AS assignments,
    (SELECT count(*) FROM results r WHERE r.document = d.id) AS results,
    (SELECT count(*) FROM progresses r WHERE r.document = d.id AND r.value IS NOT NULL) AS reached,
    (SELECT count(*) FROM warnings r WHERE r.document = d.id) AS warnings,
    (SELECT count(*) FROM findings f WHERE f.document = d.id AND f.gone = 0 AND f.under IS NULL) AS findings,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker
FROM documents d
LEFT JOIN documents current ON current.id = d.plan
LEFT JOIN units u ON u.code = d.unit
WHERE d.slug = :plan
