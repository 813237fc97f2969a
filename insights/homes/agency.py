"""What waits for an agency's author: counts, what is due by how soon, and what is done, folded."""

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.urls import reverse

from boards.govuk.words import counted, on_paper
from boards.models import User
from boards.roles import AgencyAuthor
from insights.filters import boards_seen
from insights.homes.dashboard import TONES, WHEN, counts
from insights.homes.sections import LONGEST, Asked, Task, Waiting
from reviews.models import Deadline

# Each group by the most days that are left, the soonest first; None: as many as there are.
GROUPS = (("Overdue", -1), ("Due within 7 days", 7), ("Due in 8 to 28 days", 28), ("Later", None))


def returns(user: User, *, on: date) -> list[Asked | Waiting]:
    """Return what the person's agencies owe, soonest first, and what they returned last."""
    agencies = [seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug]
    requests = Requests(agencies, len(boards_seen(user)) > 1, on)
    return [requests.owed(), requests.returned()]


@dataclass(frozen=True)
class Requests:
    """What some agencies were asked for, as it stands on a day."""

    agencies: list[int]
    has_other_boards: bool
    on: date

    def rows(self) -> QuerySet[Deadline]:
        asked = Deadline.objects.of_agencies(self.agencies).beside_what_was_asked()
        return asked.select_related("review__board")

    def owed(self) -> Asked:
        owed = list(self.rows().open().order_by("due_on", "pk")[: LONGEST + 1])
        return Asked(
            title="What your agency is asked for",
            tiles=self._tiles() if owed else [],
            groups=self._groups(owed[:LONGEST]),
            empty="Nothing is asked of your agency.",
            more_href=self._list(),
            has_more=len(owed) > LONGEST,
        )

    def returned(self) -> Waiting:
        rows = self.rows().exclude(met_on=None).order_by("-met_on", "-pk")
        return Waiting(
            title="What your agency returned",
            tasks=[
                Task(label=on_paper(due.met_on), **self._described(due))
                for due in rows[: LONGEST + 1]
            ],
            empty="Your agency has returned nothing yet.",
            what_label="What was asked for",
            due_label="Returned",
            more_href=self._list("met"),
            folded_as=f"{counted(rows.count(), 'request')} answered, the last first",
        )

    def _tiles(self) -> list[dict[str, str | int]]:
        numbers = self.rows().open().order_by().aggregate(**counts(self.on))
        return [
            {
                "number": numbers[when],
                "text": text,
                "tone": TONES[when],
                "href": self._list(when),
            }
            for when, text in WHEN.items()
        ]

    def _groups(self, owed: list[Deadline]) -> list[Waiting]:
        """Return those of GROUPS that there are, each deadline in the first that it fits."""
        found: dict[str, list[Task]] = {title: [] for title, _days in GROUPS}
        for due in owed:
            left = (due.due_on - self.on).days
            title = next(title for title, days in GROUPS if days is None or left <= days)
            task = Task.due(due_on=due.due_on, on=self.on, **self._described(due))
            found[title].append(task)
        labels = {"what_label": "What is asked for", "due_label": "Due"}
        return [
            Waiting(title=title, tasks=tasks, empty="", more_href="", **labels)
            for title, tasks in found.items()
            if tasks
        ]

    def _list(self, when: str = "") -> str:
        """Return the address of the list of deadlines that holds these."""
        is_one = len(self.agencies) == 1
        query = ({"agency": self.agencies[0]} if is_one else {}) | ({"when": when} if when else {})
        return f"{reverse('deadlines')}?{urlencode(query)}"

    def _described(self, due: Deadline) -> dict[str, str]:
        """Return where it is and what; whoever writes for one agency knows which."""
        return {
            "name": due.review.reference,
            "href": due.place,
            "what": due.plain_name if len(self.agencies) == 1 else due.name,
            "board": due.review.board.name if self.has_other_boards else "",
        }
