"""Agencies' files → rows: Word, Excel and CSV as they are really sent."""
