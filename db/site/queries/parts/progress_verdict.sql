    -- as the view `progress` has it: a year that is not over has no result yet
    CASE WHEN p.verdict = 'no-data' AND p.reason IS NULL AND p.year >= (SELECT CAST(strftime('%Y', 'now') AS INTEGER)) THEN 'not-due' ELSE p.verdict END
