-- vi: Mọi quyết định về một điểm cần rà soát (:finding là khóa) và các lý do của nó, mới nhất trước.
-- en: Every decision about one finding (:finding is its key) and its reasons, the latest first.
SELECT act, state, grounds, note, wording, undoes, reviewer, decided_at, count(*) AS reasons
FROM reviews
WHERE finding = :finding OR finding IN (SELECT key FROM findings WHERE under = :finding)
GROUP BY act, decided_at, state, grounds, note, reviewer, undoes
ORDER BY max(id) DESC
