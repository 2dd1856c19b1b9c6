-- One row: a plan with what was read out of it and how it stands to the programmes.
SELECT
    d.slug AS plan,
    d.title,
    d.number,
    d.issuer,
    d.level,
    d.province,
    d.district,
    d.commune,
    d.issued_on,
    d.period_start,
    d.period_end,
    d.genre,
    d.plan_kind,
    d.status,
    d.relation,
    (SELECT count(*) FROM targets t WHERE t.document = d.id) AS targets,
    (SELECT count(*) FROM deadlines t WHERE t.document = d.id) AS deadlines,
    (SELECT count(*) FROM legal_refs t WHERE t.document = d.id) AS legal_refs,
    (SELECT count(*) FROM assignments t WHERE t.document = d.id) AS duties,
    (SELECT count(*) FROM warnings t WHERE t.document = d.id) AS warnings,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'stricter') AS stricter,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'equal') AS equal,
    (SELECT count(*) FROM comparisons c WHERE c.document = d.id AND c.stance = 'weaker') AS weaker
FROM documents d
WHERE d.genre IN ('plan', 'allocation', 'resolution') AND d.plan IS NOT NULL
