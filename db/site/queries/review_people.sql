-- vi: Rà soát đến đâu, theo người: số điểm được giao, còn mở, đã góp ý, không góp ý; số điểm người ấy đã quyết định. person trống: chưa giao ai.
-- en: How far the review is, by person: findings that each has, still open, accepted, dismissed; how many that person has decided. An empty person: nobody's.
WITH decided AS MATERIALIZED (SELECT * FROM decision),
held AS (
    SELECT
        -- part: review_person
        '') AS person,
        -- part: review_state
        AS state
    FROM findings f
    WHERE f.gone = 0 AND f.under IS NULL
),
counted AS (
    SELECT person, count(*) AS findings, sum(state = 'open') AS open, sum(state = 'accepted') AS accepted, sum(state = 'dismissed') AS dismissed
    FROM held GROUP BY person
),
acted AS (
    SELECT reviewer AS person, count(DISTINCT finding) AS decided, max(decided_at) AS decided_at
    FROM reviews WHERE undoes IS NULL AND reviewer IS NOT NULL GROUP BY reviewer
)
SELECT
    people.person,
    coalesce(c.findings, 0) AS findings,
    coalesce(c.open, 0) AS open,
    coalesce(c.accepted, 0) AS accepted,
    coalesce(c.dismissed, 0) AS dismissed,
    coalesce(x.decided, 0) AS decided,
    x.decided_at
FROM (SELECT person FROM counted UNION SELECT person FROM acted) people
LEFT JOIN counted c ON c.person = people.person
LEFT JOIN acted x ON x.person = people.person
ORDER BY people.person = '', people.person
