"""Terms of reference as they are read, typed in, compared and printed."""
