"""What an agency's commission shows of its report: what is still to do, its rounds, questions."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.db.models import DateField
from django.urls import reverse

from boards.models import HEALTH_KINDS, User
from reviews import permissions
from reviews.models import Commission, CommissionKind, Contribution, ContributionDraft
from reviews.report_gaps import Gap, gaps_of

# The parts of a report as the task list names them.
PARTS: dict[str, str] = {
    "author": "The author",
    "records": "Records and interviews",
    "recommendations": "Recommendations",
    "report": "The report itself",
    "sign-off": "Sign-off by the agency’s head",
}


def part_href(commission: Commission, part: str) -> str:
    """Return the address of a part of the draft."""
    if part == "recommendations":
        return reverse("contribution-recommendations", args=[commission.pk])
    return reverse("contribution-part", args=[commission.pk, part])


@dataclass(frozen=True)
class Problem:
    """A gap as an error summary shows it."""

    section: str
    text: str
    href: str


def problem(commission: Commission, gap: Gap) -> Problem:
    """Return the gap with the way to the very control that mends it."""
    anchor = f"#id_{gap.field}" if gap.field else ""
    if gap.field and isinstance(Contribution._meta.get_field(gap.field), DateField):
        anchor += "_day"  # the first of its three boxes
    return Problem(PARTS[gap.page], gap.sentence, f"{part_href(commission, gap.page)}{anchor}")


class ReportOfAgency:
    """The report of one commission for one person on one day."""

    def __init__(self, commission: Commission, user: User, *, on: date) -> None:
        self.commission, self.user, self.on = commission, user, on

    @cached_property
    def writes(self) -> bool:
        """Whether the person goes on with the draft."""
        commission = self.commission
        return (
            commission.is_reported
            and commission.is_outstanding
            and commission.review.has_room_for("write_contribution")
            and permissions.refusal_of_agency(self.user, "write_contribution", commission) is None
        )

    @cached_property
    def signs(self) -> bool:
        """Whether the person is the agency's head, and a draft waits for them."""
        draft = self.draft
        return (
            self.commission.is_reported
            and self.commission.is_outstanding
            and draft.pk is not None
            and draft.head == self.user
            and draft.signed_on is None
        )

    @cached_property
    def draft(self) -> Contribution:
        return ContributionDraft(self.commission).current

    @cached_property
    def tasks(self) -> list[dict[str, str]]:
        """Return the parts of the draft, with how far each is."""
        lacking = {gap.page for gap in gaps_of(self.draft)}
        return [
            {
                "text": text,
                "href": part_href(self.commission, part),
                "status": "To do" if part in lacking else "Done",
                "colour": "light-blue" if part in lacking else "",
            }
            for part, text in PARTS.items()
        ]

    @cached_property
    def rounds(self) -> list[Contribution]:
        """Return the rounds that were submitted, the newest first."""
        seen = Contribution.objects.visible_to(self.user).submitted()
        of_this = seen.filter(commission=self.commission).order_by("-number")
        return list(
            of_this.select_related(
                "commission__agency", "submitted_by", "sent_back_by", "accepted_by"
            )
        )

    @cached_property
    def last(self) -> Contribution | None:
        return self.rounds[0] if self.rounds else None

    @cached_property
    def waits_for(self) -> list[str]:
        """Return the health agencies whose reports an overview of them still waits for."""
        if self.commission.kind != CommissionKind.HEALTH_OVERVIEW:
            return []
        asked = self.commission.review.commissions.outstanding().filter(
            kind=CommissionKind.IMR, agency__kind__in=HEALTH_KINDS
        )
        return [str(each.agency) for each in asked.select_related("agency")]

    @cached_property
    def reads_questions(self) -> bool:
        return reads_questions(self.user, self.commission)

    @cached_property
    def asked(self) -> int:
        return self.commission.questions.count()

    @cached_property
    def unanswered(self) -> int:
        return self.commission.questions.open().count()

    @cached_property
    def overdue_questions(self) -> int:
        return self.commission.questions.overdue(self.on).count()


def reads_questions(user: User, commission: Commission) -> bool:
    """Return whether the thread is open to the person: the agency's own, and the review's."""
    seats = [seat.agency_id for seat in user.seats()]
    if commission.agency_id in [*user.led_agencies(), *seats]:
        return True
    return permissions.may_read(user, "contributions", commission.review)
