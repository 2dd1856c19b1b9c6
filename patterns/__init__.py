"""The language of Vietnamese administrative plans: grammars and gazetteers."""
