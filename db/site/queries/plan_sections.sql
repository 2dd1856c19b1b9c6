-- vi: Dàn ý của một kế hoạch.
-- en: Outline of one plan.
SELECT s.path, s.label, s.title, s.role, s.text_start, s.text_end
FROM sections s JOIN documents d ON d.id = s.document WHERE d.slug = :plan ORDER BY s.position
