-- One row: a day on which something is due, recurrences expanded, with plan, who must act and the sentence.
SELECT
    o.due_on,
    o.starts_on,
    o.precision,
    o.recurring,
    d.slug AS plan,
    d.title AS plan_title,
    d.level,
    d.province,
    d.district,
    d.commune,
    t.kind,
    t.relation,
    t.actor,
    t.recipient,
    t.quote,
    t.page,
    t.section,
    t.key
FROM occurrences o
JOIN deadlines t ON t.id = o.deadline
JOIN documents d ON d.id = o.document
