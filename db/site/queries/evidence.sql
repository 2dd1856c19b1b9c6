-- vi: Bằng chứng của một giá trị (:cell): câu trong văn bản, mức của chương trình, mức của kế hoạch làm căn cứ.
-- en: Evidence of one value (:cell): the sentence, the programme's value, the value of the plan carried out.
SELECT
    c.id,
    d.id AS document,
    d.slug AS plan,
    d.title,
    d.number,
    d.issuer,
    d.issued_on,
    d.status,
    d.media_type,
    -- part: locality
    d.period_start,
    d.period_end,
    d.plan_kind,
    c.programme,
    p.kind_vi,
    p.kind_en,
    p.decision_vi,
    p.decision_en,
    c.measure,
    m.short_vi,
    m.name_vi,
    m.name_en,
    m.direction,
    m.unit,
    m.per,
    c.year,
    c.year_basis,
    c.subgroup,
    c.comparator,
    c.value,
    c.value_high,
    c.conversion,
    c.stance,
    c.reason,
    s.year AS programme_year,
    s.year_from AS programme_year_from,
    s.comparator AS programme_comparator,
    s.value AS programme_value,
    s.value_high AS programme_value_high,
    c.difference,
    c.difference_percent,
    parent.slug AS parent,
    parent.title AS parent_title,
    c.parent_value,
    pt.comparator AS parent_comparator,
    pt.year AS parent_year,
    pt.quote AS parent_quote,
    c.parent_stance,
    c.parent_difference,
    t.id AS target,
    t.key,
    t.quote,
    t.quote_start,
    t.quote_end,
    t.page,
    t.section,
    t.confidence,
    t.ocr,
    t.corrected,
    CASE WHEN t.id IS NOT NULL THEN substr(x.text, max(1, t.quote_start - 699), min(t.quote_start, 700)) END AS before,
    CASE WHEN t.id IS NOT NULL THEN substr(x.text, t.quote_end + 1, 700) END AS after
FROM comparisons c
JOIN documents d ON d.id = c.document
JOIN programmes p ON p.id = c.programme
JOIN measures m ON m.programme = c.programme AND m.code = c.measure
LEFT JOIN milestones s ON s.id = c.milestone
LEFT JOIN targets t ON t.id = c.target
LEFT JOIN texts x ON x.document = d.id
LEFT JOIN documents parent ON parent.id = c.parent
LEFT JOIN targets pt ON pt.id = c.parent_target
WHERE c.id = :cell
