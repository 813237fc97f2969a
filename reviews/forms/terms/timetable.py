"""The timetable: a day for each milestone, any of them open."""

from collections.abc import Iterator
from typing import Any

from boards.govuk.fields import DayField
from reviews.forms.terms.base import PartForm
from reviews.models.terms import Content, Part
from reviews.statutory import PANEL, STEPS, milestone_name
from reviews.terms.planning import completion_of

MOST_MEETINGS = 24


class TimetableForm(PartForm):
    part = Part.TIMETABLE
    template = "reviews/terms/timetable.html"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.steps += [
            (PANEL, number)
            for number in range(1, MOST_MEETINGS + 1)
            if f"{PANEL}_{number}_day" in self.data and (PANEL, number) not in self.steps
        ]
        for kind, number in self.steps:
            is_extra = (kind, number) not in self.there and kind == PANEL
            name = "Another panel meeting" if is_extra else milestone_name(kind, number)
            self.fields[f"{kind}_{number}"] = DayField(
                called=f"the day of “{name.lower()}”", label=name, help_text="", required=False
            )

    def begun(self, content: Content) -> dict[str, Any]:
        """Return the days; the milestones by their day, then those without, one meeting more."""
        rows = content["milestones"]
        there = [(row["kind"], row["number"]) for row in rows]
        meetings = sum(kind == PANEL for kind, _number in there)
        open_ = [(kind, 1) for kind in STEPS if (kind, 1) not in there]
        self.there = there
        self.steps = [*there, *open_, (PANEL, meetings + 1)]
        self.was_planned_to = content["planned_to"]
        return {f"{row['kind']}_{row['number']}": row["on"] for row in rows}

    def content(self) -> Content:
        rows = sorted(self._days(), key=lambda row: row["on"])
        meetings = [row for row in rows if row["kind"] == PANEL]
        for number, row in enumerate(meetings, 1):
            row["number"] = number
        complete = completion_of(self.review)
        planned_to = self.was_planned_to or (complete.due_on if complete else None)
        return {"planned_to": planned_to if rows else None, "milestones": rows}

    def _days(self) -> Iterator[Content]:
        for kind, number in self.steps:
            if on := self.cleaned_data[f"{kind}_{number}"]:
                yield {"kind": kind, "number": number, "on": on}
