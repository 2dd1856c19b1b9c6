-- vi: Các lý do của một điểm cần rà soát (:finding là khóa), lý do nặng nhất trước.
-- en: The reasons of one finding (:finding is its key), the gravest first.
SELECT key, rule, rule_vi, rule_en, severity, message_vi, message_en, suggestion_vi, wording, basis_vi, found, expected, quote, against_quote, state, grounds, note
FROM reason
WHERE finding = :finding AND key IN (SELECT key FROM findings WHERE key = :finding OR under = :finding)
ORDER BY key <> :finding, position
