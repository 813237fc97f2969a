"""The integrated chronology as a file: Word, Excel, PDF, CSV and JSON."""
