    WHERE p.programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
      AND (:measure = '' OR p.measure = :measure)
      AND (:level = '' OR d.level = :level)
      AND (:province = '' OR d.province = :province)
      AND (:year = '' OR p.year = CAST(:year AS INTEGER))
      -- few have results: these plans alone are looked at
      AND (:known = '' OR d.id IN (
          SELECT document FROM progresses
          WHERE programme = (SELECT id FROM programmes WHERE CASE WHEN :programme = '' THEN is_default ELSE id = :programme END)
            AND measure IN (SELECT code FROM measures WHERE :measure = '' UNION SELECT :measure)
            AND value IS NOT NULL
      ))
      AND (:known = '' OR p.value IS NOT NULL)
