-- vi: Quy tắc rà soát.
-- en: Rules that findings come from.
SELECT code, severity, name_vi, name_en FROM rules ORDER BY position
