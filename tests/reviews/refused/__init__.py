"""What the database refuses: a module for each noun, each with its ROWS by constraint."""
