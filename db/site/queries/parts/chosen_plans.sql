    SELECT d.id, d.sort_key, s.value AS sorted, count(*) OVER () AS found
    FROM documents d
    LEFT JOIN units u ON u.code = d.unit
    -- what the plans are sorted by: the value of one measure for the year asked for, else for the last
    LEFT JOIN (
        SELECT document, value, max(year) AS year
        FROM comparisons
        WHERE measure = :sort AND programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
          AND value IS NOT NULL AND stance IN ('stricter', 'equal', 'weaker', 'pending') AND (:year = '' OR year = CAST(:year AS INTEGER))
        GROUP BY +document  -- not by the index of documents: of all of them few have the measure
    ) s ON s.document = d.id
    WHERE d.plan = d.id
      AND EXISTS (SELECT 1 FROM comparisons c WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END))
      AND (:only = '' OR EXISTS (
          SELECT 1 FROM comparisons c
          WHERE c.document = d.id AND c.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND c.stance = :only
            AND (:measures = '' OR c.measure IN (SELECT value FROM json_each(:measures)))
      ))
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:kind = '' OR d.plan_kind = :kind)
      AND (:place = '' OR instr(d.folded, :place))
      AND (:units = '' OR (:units = 'new') = (u.code IS NOT NULL AND u.valid_to IS NULL))
      AND (:year = '' OR EXISTS (SELECT 1 FROM comparisons y WHERE y.document = d.id AND y.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END) AND y.year = CAST(:year AS INTEGER)))
    ORDER BY
        s.value IS NULL AND :sort <> '',
        CASE WHEN :down = '' THEN s.value END,
        CASE WHEN :down <> '' THEN s.value END DESC,
        d.sort_key,
        d.id
    LIMIT CASE WHEN :limit = '' THEN -1 ELSE CAST(:limit AS INTEGER) END
    OFFSET CASE WHEN :offset = '' THEN 0 ELSE CAST(:offset AS INTEGER) END
