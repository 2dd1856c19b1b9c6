-- One row: an agency × a duty laid on it.
SELECT
    d.slug AS plan,
    d.level,
    d.province,
    d.district,
    agency.value AS agency,
    a.role,
    a.requested,
    a.quote,
    a.partners,
    a.indicators,
    a.page,
    a.section
FROM assignments a
JOIN documents d ON d.id = a.document
JOIN json_each(a.agencies) agency
