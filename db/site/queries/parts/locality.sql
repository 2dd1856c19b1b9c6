    -- what names the locality of a document (`db.views.unit_names`), beside its issuer
    d.level,
    d.province,
    d.district,
    d.commune,
    d.unit AS unit_code,
    d.issuer_kind,
