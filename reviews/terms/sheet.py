"""What the parts of the terms say, in words: for the page, for comparing, and for paper."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from boards.govuk.words import on_paper
from reviews.models.terms import Content, Part, TermsOfReference
from reviews.models.terms_rows import TermsAgency
from reviews.statutory import milestone_name

Said = list[tuple[str, str]]
"""(label, what it says) in the order of the page; "" where nothing is said."""
Names = Mapping[int, str]
"""The names of agencies by their primary key."""
PROCEEDINGS = "Proceedings considered"
HOW = "How and when, or why not"


@dataclass(frozen=True)
class PartSheet:
    """One part of a version, ready for a page."""

    part: Part
    said: Said

    @property
    def label(self) -> str:
        return self.part.label


def spoken(part: str, content: Content, names: Names) -> Said:
    """Return what the content of a part says."""
    return _SPOKEN[part](content, names)


def names_of(*versions: TermsOfReference) -> Names:
    """Return the names of the agencies that the versions speak of. One query each."""
    lines = (line for terms in versions for line in terms.agencies.select_related("agency"))
    return {line.agency_id: line.agency.name for line in lines}


def sheets(terms: TermsOfReference) -> list[PartSheet]:
    """Return the parts of the version in their order."""
    names = names_of(terms)
    return [PartSheet(part, spoken(part, terms.content(part), names)) for part in Part]


def _period(content: Content, names: Names) -> Said:
    return [
        ("From", on_paper(content["from_on"])),
        ("To", on_paper(content["to_on"])),
        ("Why this period", content["period_because"]),
    ]


def _questions(content: Content, names: Names) -> Said:
    return [(f"Question {each['number']}", each["text"]) for each in content["questions"]]


def _agencies(content: Content, names: Names) -> Said:
    lines = (TermsAgency(**line) for line in content["agencies"])
    return [
        (names[line.agency_id], ": ".join(filter(None, [line.answer, line.reason])))
        for line in lines
    ]


def _family(content: Content, names: Names) -> Said:
    answer = {True: "Yes", False: "No", None: ""}[content["is_family_involved"]]
    return [("Will the family be involved?", answer), (HOW, content["family"])]


def _proceedings(content: Content, names: Names) -> Said:
    return [(PROCEEDINGS, content["proceedings"])]


def _timetable(content: Content, names: Names) -> Said:
    return [
        (milestone_name(each["kind"], each["number"]), on_paper(each["on"]))
        for each in content["milestones"]
    ]


_SPOKEN: dict[str, Callable[[Content, Names], Said]] = {
    Part.PERIOD: _period,
    Part.QUESTIONS: _questions,
    Part.AGENCIES: _agencies,
    Part.FAMILY: _family,
    Part.PROCEEDINGS: _proceedings,
    Part.TIMETABLE: _timetable,
}
