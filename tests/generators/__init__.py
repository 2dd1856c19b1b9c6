"""Plans built from records: layout × wording × vocabulary × damage, extracted and compared with what they were built from."""
