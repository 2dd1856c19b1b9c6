-- vi: Ngày cuối cùng có việc đến hạn; tham số như của deadlines_due.
-- en: The last day on which anything is due; parameters as of deadlines_due.
SELECT o.due_on
FROM occurrences o
-- part: deadlines_chosen
ORDER BY o.due_on DESC
LIMIT 1
