"""The ways by which news and pages travel upwards, so that `reviews` names nobody above it."""

from django.dispatch import Signal

# Sent inside the transaction of `Review.move`, with `change` (a StateChange).
review_moved = Signal()

# Asked while a review's page is made, with `review` and `user`: a receiver returns a Section of
# what the apps above know of the case, and has checked that the user may see it.
review_sections = Signal()
