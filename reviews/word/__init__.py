"""Letters, forms and reports as Word documents, from templates that a board may replace."""
