-- vi: Các chương trình, với số chỉ tiêu, chỉ tiêu thành phần, số kế hoạch thực hiện; ended = 1: đã kết thúc.
-- en: The programmes with how many indicators and measures they set values for, and how many plans carry them out; ended = 1: over.
SELECT
    p.id,
    p.number,
    p.kind_vi,
    p.kind_en,
    p.decision_vi,
    p.decision_en,
    p.is_default,
    p.origin,
    p.issued_on,
    p.issuer,
    p.title_vi,
    p.title_en,
    p.period_start,
    p.period_end,
    p.period_end < CAST(strftime('%Y', 'now') AS INTEGER) AS ended,
    count(DISTINCT m.indicator) AS indicators,
    count(DISTINCT m.code) AS measures,
    (SELECT count(*) FROM carried c JOIN documents d ON d.id = c.document AND d.plan = d.id WHERE c.programme = p.id) AS plans
FROM programmes p
LEFT JOIN milestones s ON s.programme = p.id
LEFT JOIN measures m ON m.programme = s.programme AND m.code = s.measure
GROUP BY p.id
ORDER BY p.is_default DESC, p.id
