"""What an agency is handed: templates to fill in, and instructions."""
