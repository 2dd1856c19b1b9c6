-- vi: Chương trình quốc gia.
-- en: National programmes.
SELECT id, number, issued_on, issuer, title_vi, title_en, period_start, period_end FROM programmes ORDER BY id
