LEFT JOIN decision v ON v.finding = f.id
LEFT JOIN assignee own ON own.finding = f.key
LEFT JOIN assignee whole ON whole.document = f.document
