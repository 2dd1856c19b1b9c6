-- vi: Toàn văn của một kế hoạch.
-- en: The text of one plan.
SELECT x.text FROM texts x JOIN documents d ON d.id = x.document WHERE d.slug = :plan
