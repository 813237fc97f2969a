"""News of a chronology, for the apps above."""

from django.dispatch import Signal

# Sent inside the transaction in which a chronology is sent back to its agency, with `submission`.
chronology_sent_back = Signal()
