"""A board's annual report: the year's tables and charts, with what the board says about them."""
