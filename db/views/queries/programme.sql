-- vi: Một chương trình đặt ra gì: mỗi dòng một chỉ tiêu thành phần, một năm, một nhóm.
-- en: What a programme asks: one row a measure, a year and a group.
SELECT
    m.code AS measure,
    m.position,
    m.indicator,
    m.objective,
    m.objective_vi,
    m.objective_en,
    m.short_vi,
    m.name_vi,
    m.name_en,
    m.direction,
    m.unit,
    m.per,
    m.per_year,
    s.year,
    s.year_from,
    s.subgroup,
    s.comparator,
    s.value,
    s.value_high
FROM measures m
JOIN milestones s ON s.measure = m.code AND s.programme = m.programme
WHERE m.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND (:measure = '' OR m.code = :measure)
ORDER BY m.position, s.year, s.subgroup
