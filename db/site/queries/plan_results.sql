-- vi: Kết quả nêu trong một văn bản (:plan), kèm câu hoặc ô của từng số.
-- en: Results that one document (:plan) says, with the sentence or cell of each.
SELECT
    r.*,
    coalesce(r.year, r.period_end) AS of_year,
    (SELECT a.measure FROM result_alignments a JOIN programmes p ON p.id = a.programme WHERE a.result = r.id ORDER BY p.is_default DESC, p.id LIMIT 1) AS measure
FROM results r
JOIN documents d ON d.id = r.document
WHERE d.slug = :plan
ORDER BY r.position
