"""The papers of a meeting as one PDF: cover, agenda, each paper, every page numbered and marked."""
