LEFT JOIN decision v ON v.finding = f.id
-- part: review_held
