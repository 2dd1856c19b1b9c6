-- vi: Mọi quyết định về một điểm cần rà soát (:finding là khóa), mới nhất trước.
-- en: Every decision about one finding (:finding is its key), the latest first.
SELECT state, note, reviewer, decided_at FROM reviews WHERE finding = :finding ORDER BY id DESC
