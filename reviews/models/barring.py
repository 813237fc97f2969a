"""Who cannot chair the panel or write the overview report: whoever belongs to what is reviewed."""

from typing import TYPE_CHECKING

from django.core.exceptions import ValidationError
from django.db.models import Q

from boards.models import Agency, Membership
from boards.roles import ROLES, AgencyAuthor, Chair, Coordinator, Manager, SubCommitteeMember
from reviews.independence import first_employer, folded_name
from reviews.models.panel import FOLDED, Appointment

if TYPE_CHECKING:
    from reviews.models.review import Review

OF_THE_BOARD = (Coordinator, Manager, Chair, SubCommitteeMember, AgencyAuthor)


def refuse_the_dependent(appointment: Appointment) -> None:
    """Raise ValidationError, naming the field, when panel chair or author is not independent."""
    if not appointment.is_independent:
        return
    review = appointment.review
    post = appointment.get_post_display().lower()
    if other := _the_same_person(appointment):
        field = "user" if appointment.user_id and appointment.user_id == other.user_id else "name"
        raise ValidationError(
            {
                field: f"{other.name} is the {other.get_post_display().lower()}: the panel chair "
                "and the overview author must be two people."
            }
        )
    if employer := dependent_employer(review, appointment.employer):
        raise ValidationError(
            {
                "employer": f"{employer} is part of this review or of the board, so nobody who "
                f"works for it can be the {post}."
            }
        )
    if seat := _seat_of(appointment):
        field, role = ("user" if appointment.user_id == seat.user_id else "name"), _role(seat)
        raise ValidationError(
            {
                field: f"{seat.user.full_name} is {role} of this board, so cannot be the {post}. "
                "Where this is somebody else of the same name, add a middle name or initial."
            }
        )
    if agency := _led_by(appointment):
        raise ValidationError(
            {"user": f"This person leads {agency}, so cannot be the {post} of this review."}
        )


def dependent_employer(review: "Review", employer: str) -> str | None:
    """Return the agency asked on the review, or the board's authority, that the employer is."""
    return first_employer(employer, **employers_barred(review))


def employers_barred(review: "Review") -> dict[str, list[str]]:
    """Return the names of the agencies asked on the review, and of the board's authorities."""
    asked = Agency.objects.filter(commissions__review=review).distinct()
    authorities = review.board.authorities.filter(until_on=None)
    return {
        "agencies": list(asked.values_list("name", flat=True)),
        "authorities": list(authorities.values_list("name", flat=True)),
    }


def _the_same_person(appointment: Appointment) -> Appointment | None:
    """Return the other independent post that the person holds already."""
    is_theirs = Q(folded_name=folded_name(appointment.name)[:FOLDED])
    if appointment.user_id:
        is_theirs |= Q(user=appointment.user_id)
    others = appointment.review.appointments.open().exclude(post=appointment.post)
    return others.filter(is_theirs).exclude(post="panel_member").first()


def _seat_of(appointment: Appointment) -> Membership | None:
    """Return what the person is on the board that bars them, by account or by name."""
    seats = Membership.objects.open().filter(board=appointment.review.board_id)
    name = folded_name(appointment.name)
    for seat in seats.in_roles(*OF_THE_BOARD).select_related("user"):
        if seat.user_id == appointment.user_id or folded_name(seat.user.full_name) == name:
            return seat
    return None


def _led_by(appointment: Appointment) -> Agency | None:
    if appointment.user_id is None:
        return None
    led = Agency.objects.filter(board=appointment.review.board_id)
    return led.filter(chief_officer=appointment.user_id).first()


def _role(seat: Membership) -> str:
    name = ROLES[seat.role].name
    article = "an" if name[:1] in "AEIO" or name.startswith(("LSCB", "SCR")) else "a"
    return f"{article} {name if name.startswith(('LSCB', 'SCR')) else name.lower()}"
