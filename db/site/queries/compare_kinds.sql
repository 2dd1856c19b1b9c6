-- vi: Số kế hoạch mỗi loại (nhiều năm, hằng năm, chuyên đề) mà bảng so sánh có với các điều kiện lọc khác; tham số trống nghĩa là tất cả.
-- en: How many plans of each kind (several years, yearly, thematic) the comparison has under its other filters; an empty parameter means all.
WITH chosen AS (
    -- part: chosen_plans
)
SELECT d.plan_kind AS kind, count(*) AS plans
FROM chosen
JOIN documents d ON d.id = chosen.id
GROUP BY d.plan_kind
ORDER BY d.plan_kind
