-- vi: Câu của chính văn bản chương trình đặt ra một chỉ tiêu thành phần (:programme, :measure), nếu văn bản ấy đã được nạp; :number và :issuer là số và cơ quan đã chuẩn hóa.
-- en: The sentence of the programme's own document that sets a measure (:programme, :measure), where the document was loaded; :number and :issuer are its folded number and issuer.
SELECT d.slug AS plan, d.title, t.quote, t.key, t.page
FROM programmes p
JOIN documents d ON d.number_key = :number AND d.issuer_key = :issuer AND substr(d.issued_on, 1, 4) = substr(p.issued_on, 1, 4)
JOIN targets t ON t.document = d.id
JOIN alignments a ON a.target = t.id AND a.programme = p.id AND a.measure = :measure AND a.match = 'exact'
WHERE p.id = :programme AND coalesce(d.relation, 'current') <> 'removed'
ORDER BY t.year IS NOT :year, t.position
LIMIT 1
