-- vi: Một cơ quan (:agency), khi nào thôi tồn tại và cơ quan nào tiếp nhận.
-- en: One agency (:agency), until when it existed and who took over.
SELECT * FROM agencies WHERE id = :agency
