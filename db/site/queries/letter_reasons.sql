-- vi: Những điều được nêu về một kế hoạch (:plan), mỗi dòng một lý do, như trong công văn góp ý.
-- en: What was found in one plan (:plan), one row a reason, as the letter with comments has it.
SELECT * FROM reason WHERE plan = :plan ORDER BY position
