-- One row: a time by which someone must do something; recurrences as rules (RFC 5545).
SELECT
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    t.kind,
    t.relation,
    t.start_date,
    t.due,
    t.recurrence,
    t.actor,
    t.recipient,
    t.quote,
    t.page,
    t.section
FROM deadlines t
JOIN documents d ON d.id = t.document AND d.plan = d.id
