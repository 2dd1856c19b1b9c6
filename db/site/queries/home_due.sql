-- vi: Những việc đến hạn trong 60 ngày tới (kể từ ngày :today).
-- en: What comes due within 60 days (from :today).
SELECT o.due_on, o.precision, t.kind, t.actor, t.recipient, t.quote, t.key, d.slug AS plan,
    -- part: locality
    d.issuer
FROM occurrences o JOIN deadlines t ON t.id = o.deadline JOIN documents d ON d.id = o.document
WHERE o.due_on BETWEEN :today AND date(:today, '+60 days')
ORDER BY o.due_on LIMIT 8
