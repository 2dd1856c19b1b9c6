"""What a load has to stand: kills, signals, full disks, mutants of files, fuzz. Parts of numbered steps, so that a part goes on where it stopped."""
