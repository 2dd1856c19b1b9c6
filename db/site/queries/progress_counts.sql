-- vi: Số năm và chỉ tiêu theo đánh giá: vượt, đạt, chưa đạt, chưa đến mốc, chưa có số liệu.
-- en: How many measures and years there are of each verdict.
SELECT
    -- part: progress_verdict
    AS verdict,
    count(*) AS n
FROM documents d
CROSS JOIN progresses p ON p.document = d.id
    -- part: progress_chosen
GROUP BY 1
