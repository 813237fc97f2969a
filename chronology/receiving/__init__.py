"""From an agency's file to its rows in the chronology: kept, read, put right, taken in."""
