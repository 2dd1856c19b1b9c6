    SELECT d.id, d.sort_key, count(*) OVER () AS found
    FROM documents d
    LEFT JOIN units u ON u.code = d.unit
    WHERE d.plan = d.id
      AND EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END))
      AND (:only = '' OR EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = :only))
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:kind = '' OR d.plan_kind = :kind)
      AND (:place = '' OR instr(d.folded, :place))
      AND (:units = '' OR (:units = 'new') = (u.code IS NOT NULL AND u.valid_to IS NULL))
      AND (:year = '' OR EXISTS (SELECT 1 FROM comparisons y WHERE y.document = d.id AND y.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND y.year = CAST(:year AS INTEGER)))
    ORDER BY d.sort_key, d.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
