CASE
    -- as `decision` has it, which is counted once
    WHEN f.id IN (SELECT finding FROM decided WHERE state = 'accepted') THEN 'accepted'
    WHEN f.id IN (SELECT finding FROM decided WHERE state = 'dismissed') THEN 'dismissed'
    ELSE 'open'
END
