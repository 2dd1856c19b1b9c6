-- One row: what reviewers decided last about a finding, of which some reason was decided about; open while one of its reasons is.
WITH last AS (
    SELECT id, finding, state, grounds, note, reviewer, decided_at FROM reviews WHERE id IN (SELECT max(id) FROM reviews GROUP BY finding)
)
SELECT
    first.id AS finding,
    CASE
        WHEN sum(last.state <> 'open') < first.reasons THEN 'open'
        WHEN sum(last.state = 'accepted') > 0 THEN 'accepted'
        ELSE 'dismissed'
    END AS state,
    last.grounds,
    last.note,
    last.reviewer,
    last.decided_at,
    max(last.id) AS review
FROM last  -- few are decided about, of many
CROSS JOIN findings f ON f.key = last.finding AND f.gone = 0
CROSS JOIN findings first ON first.document = f.document AND first.key = coalesce(f.under, f.key) AND first.gone = 0
GROUP BY first.id
