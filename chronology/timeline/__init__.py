"""The entries along time: drawn with a lane for each agency, and counted in a table."""
