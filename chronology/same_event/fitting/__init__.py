"""Learning the matcher's weights from development sets; nothing here runs in the portal."""
