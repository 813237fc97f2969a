"""When the people of a review let it go on: independent, declared, and free of open conflicts."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reviews.independence import first_employer
from reviews.models.panel import INDEPENDENT, Appointment, Post

if TYPE_CHECKING:
    from reviews.known import Known

Sentences = Iterator[str]


def chair_and_author_are_ready(known: "Known") -> Sentences:
    """They are appointed, independent still, and have declared without an open conflict."""
    held = {each.post: each for each in known.held if each.is_independent}
    for post in INDEPENDENT:
        appointment = held.get(post)
        if appointment is None:
            yield f"Appoint an {Post(post).label[0].lower()}{Post(post).label[1:]}."
            continue
        yield from _still_owed(appointment)
        employer = first_employer(appointment.employer, **known.employers)
        if employer:
            yield f"{who(appointment)} is employed by {employer}, which is part of this review."


def everybody_has_declared(known: "Known") -> Sentences:
    """Nobody who can open the case, and neither chair nor author, has a declaration open."""
    for appointment in known.held:
        if appointment.user_id or appointment.is_independent:
            yield from _still_owed(appointment)


def who(appointment: Appointment) -> str:
    """Return how a sentence begins that is about the holder of the post."""
    if appointment.is_independent:
        return f"The {appointment.get_post_display().lower()}"
    return f"The panel member {appointment.title_and_employer}"


def _still_owed(appointment: Appointment) -> Sentences:
    declared = appointment.standing_declaration
    if declared is None:
        yield f"{who(appointment)} has not yet declared interests and confidentiality."
    elif not declared.is_clear:
        yield (
            f"{who(appointment)} has declared a conflict: the LSCB Chair accepts it with reasons, "
            "or the appointment ends."
        )
