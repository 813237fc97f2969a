"""The one signal by which news travels upwards."""

from django.dispatch import Signal

# Sent inside the transaction of `Review.move`, with `change` (a StateChange).
review_moved = Signal()
