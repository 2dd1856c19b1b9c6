-- vi: Mọi lần sửa dữ liệu của một kế hoạch.
-- en: Every correction of one plan's records.
SELECT c.kind, c.record_key, c.field, c.value, c.extracted, c.state, c.note, c.reviewer, c.corrected_at
FROM corrections c
WHERE c.plan IN (
    SELECT other.identity FROM documents d JOIN documents other ON other.id = d.id OR other.plan = d.plan WHERE d.slug = :plan
)
ORDER BY c.id DESC
