-- vi: Một lần quyết định (:act): bao nhiêu điểm, ai, trạng thái, đã hoàn tác chưa, nội dung của điểm đầu tiên.
-- en: One act of deciding (:act): how many findings, who, which state, whether it was undone, what the first finding says.
SELECT
    v.act,
    v.state,
    v.reviewer,
    v.undoes,
    count(DISTINCT coalesce(f.under, v.finding)) AS findings,
    min(coalesce(f.under, v.finding)) AS finding,
    f.message_vi,
    f.message_en,
    EXISTS (SELECT 1 FROM reviews u WHERE u.undoes = v.act) AS undone
FROM reviews v
LEFT JOIN findings f ON f.key = v.finding AND f.gone = 0
WHERE v.act = :act
GROUP BY v.act
