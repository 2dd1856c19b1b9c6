-- vi: Thời hạn của một kế hoạch, kèm các ngày đến hạn.
-- en: Deadlines of one plan with the days on which they come due.
SELECT
    t.id,
    t.key,
    t.kind,
    t.relation,
    t.due,
    t.start_date,
    t.recurrence,
    t.actor,
    t.recipient,
    (SELECT count(*) FROM occurrences o WHERE o.deadline = t.id) AS occurrences,
    (SELECT min(o.due_on) FROM occurrences o WHERE o.deadline = t.id) AS first_due,
    (SELECT max(o.due_on) FROM occurrences o WHERE o.deadline = t.id) AS last_due,
    t.section,
    t.page,
    t.quote,
    t.quote_start,
    t.quote_end,
    t.confidence,
    t.ocr,
    t.corrected
FROM deadlines t
JOIN documents d ON d.id = t.document
WHERE d.slug = :plan
ORDER BY t.position
