-- vi: Điểm cần rà soát trong các kế hoạch mới nạp nhất, điểm nặng trước.
-- en: Findings on the plans that were loaded last, the graver ones first.
WITH latest AS (
    SELECT document, max(offered_at) AS offered_at FROM files WHERE document IS NOT NULL GROUP BY document ORDER BY 2 DESC, document LIMIT 12
)
SELECT f.key, f.plan, f.rule, r.name_vi AS rule_vi, r.name_en AS rule_en, f.severity, f.message_vi, f.message_en,
    -- part: locality
    d.issuer
FROM latest
JOIN findings f ON f.document = latest.document AND f.gone = 0 AND f.under IS NULL
JOIN documents d ON d.id = f.document
JOIN rules r ON r.code = f.rule
WHERE f.key NOT IN (SELECT finding FROM reviews)
ORDER BY CASE f.severity WHEN 'error' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, latest.offered_at DESC, f.position
LIMIT 6
