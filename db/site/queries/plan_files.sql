-- vi: Tệp của một kế hoạch.
-- en: Files of one plan.
SELECT f.path, f.size, f.outcome, f.offered_at, f.seconds, f.version
FROM files f JOIN documents d ON d.id = f.document WHERE d.slug = :plan ORDER BY f.path
