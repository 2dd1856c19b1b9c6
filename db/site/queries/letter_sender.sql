-- vi: Cơ quan gửi, người ký và nơi nhận của công văn góp ý, như được đặt lần cuối.
-- en: Who sends the letters with comments, signs them and gets a copy, as it was set last.
SELECT substr(name, 8) AS field, value, changed_by, changed_at FROM settings WHERE name LIKE 'sender.%' ORDER BY name
