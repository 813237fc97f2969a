"""The ways by which news and pages travel upwards, so that `reviews` names nobody above it."""

from django.dispatch import Signal

# Sent inside the transaction of `Review.move`, with `change` (a StateChange); and where it is
# somebody's turn though the review has not moved: `before` and `after` of the change are the same.
review_moved = Signal()

# Asked while a page of a review is made, with `review`, what the page has `known` of it, `user` and
# `deadline`: a receiver returns a Section of what the apps above know of the case, or of that
# deadline where it is not None, and has checked that the user may see it.
review_sections = Signal()

# Asked in the same way while the page of what one agency is asked for is made, with `commission`
# and `user`, who may see that commission but perhaps nothing else of the review.
commission_sections = Signal()

# Asked while the page of a document is made, with `document`, its release `copies` and `user`, who
# reads the documents of that review.
document_sections = Signal()
# Sent inside the transaction that calls, moves or cancels a meeting or invites somebody to it, with
# `change` (the MeetingChange in force) and `by`, who need not be told.
meeting_changed = Signal()
# Sent inside the transaction that gives somebody a post on a review, with `appointment` and `by`.
person_appointed = Signal()
# Sent inside the transaction that asks somebody to own a review, or makes them its owner, with
# `hand_over`.
owner_asked = Signal()
# Asked with `review` while the page of its people is made: a receiver returns
# {appointment's key: reviews.people.Telling}, how the person was told of their post.
appointments_told = Signal()
# Asked with `review` and `user`: a receiver returns the names of what the panel has marked in its
# own words, as far as the user reads it, so that coding need not begin from nothing.
themes_marked = Signal()
# Asked with `review` and `document` (a kept file): a receiver looks for the names of that review in
# it and returns reviews.names.Names, or None where it knows no names to look for.
scan_for_names = Signal()
# Asked with `user` while their home page is made: a receiver returns a Section of what they have to
# know before anything that waits for them, or None.
home_sections = Signal()
