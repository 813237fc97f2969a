"""The integrated chronology as a person reads it: what they may see, narrowed, row by row."""
