"""News of a chronology, for the apps above."""

from django.dispatch import Signal

# Sent inside the transaction in which a chronology is sent back to its agency, with `submission`
# and `was_due_on`, the day by which it was owed before.
chronology_sent_back = Signal()
