-- vi: Mọi quyết định về một điểm cần rà soát (:finding là khóa) và các lý do của nó, mới nhất trước.
-- en: Every decision about one finding (:finding is its key) and its reasons, the latest first.
SELECT state, note, reviewer, decided_at, count(*) AS reasons
FROM reviews
WHERE finding = :finding OR finding IN (SELECT key FROM findings WHERE under = :finding)
GROUP BY decided_at, state, note, reviewer
ORDER BY max(id) DESC
