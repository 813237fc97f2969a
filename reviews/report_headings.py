"""What each report of the final set is divided into (Working Together 2010, 8.31 to 8.41)."""

from collections.abc import Iterable
from dataclasses import dataclass

ACTION = "action-"  # before the number of a row of the action plan
WHOLE = "whole"  # of a draft that came as one Word document


@dataclass(frozen=True)
class Part:
    """One box of a section: its name in `said`, what it asks, and how to answer it."""

    slug: str
    label: str
    called: str
    hint: str = ""
    is_long: bool = True
    choices: tuple[str, ...] = ()


@dataclass(frozen=True)
class Heading:
    """A section of a report; most have one box."""

    slug: str
    title: str
    parts: tuple[Part, ...]

    def lines(self, said: dict[str, str]) -> list[tuple[str, str]]:
        """Return (label, text) of what was said; a section of one box has no label."""
        is_one = len(self.parts) == 1
        return [
            ("" if is_one else part.label, said[part.slug])
            for part in self.parts
            if said.get(part.slug)
        ]


def prose(slug: str, title: str, hint: str = "") -> Heading:
    return Heading(slug, title, (Part("text", title, "the text of the section", hint),))


HEADINGS: dict[str, tuple[Heading, ...]] = {
    "overview": (
        prose("introduction", "Introduction", "Why the review was held, and of which child."),
        prose("terms", "Terms of reference", "The period, the key questions and the agencies."),
        prose("methodology", "Methodology", "What was read, who was met, what was not available."),
        prose(
            "family_composition",
            "Family composition and note on the genogram",
            "By pseudonym: Child A, Mother, Father. Say where the genogram is kept.",
        ),
        prose(
            "family_involvement",
            "Involvement of the family",
            "Who was asked to contribute, how, what they said, and how they are told.",
        ),
        prose("facts", "The facts: summary of the chronology"),
        prose("analysis", "Analysis by key question", "Take each question of the terms in turn."),
        prose("done_well", "What was done well"),
        prose("lessons", "Lessons"),
        prose("conclusions", "Conclusions"),
        prose("recommendations", "Recommendations", "Few, specific, and each with an owner."),
    ),
    "summary": (
        prose("purpose", "Purpose of the review"),
        prose(
            "people",
            "Who chaired and wrote the review",
            "Name the board, the chairs of its sub-committee and of the panel, and the author.",
        ),
        prose("panel", "The panel", "By job title and employer only, without names."),
        prose(
            "parallel",
            "Parallel processes",
            "Criminal, coronial, care and disciplinary proceedings, and where each stands.",
        ),
        prose("family_involvement", "Involvement of the family"),
        prose("facts", "Summary of the facts"),
        prose("key_issues", "Key issues"),
        prose("priorities", "Priorities for learning"),
        prose("recommendations", "Recommendations"),
        prose("conclusions", "Conclusions"),
    ),
    "action_plan": (
        prose("monitoring", "How the plan is monitored", "By whom, how often, and who is told."),
    ),
}

STATUSES = ("Not started", "Under way", "Done")
ROW = (
    Part("recommendation", "Recommendation", "the recommendation", "As in the overview report."),
    Part("action", "Action", "the action", "Specific: what will be done, for whom and where."),
    Part("owner", "Owner", "the owner", "Achievable: one person, by job title and agency.", False),
    Part("due", "By when", "the day by which it is done", "Time-bound: 30 June 2011.", False),
    Part(
        "measured",
        "How it is measured",
        "how it is measured",
        "Measurable and relevant: what will be different for children, and how that is shown.",
    ),
    Part("status", "Status", "the status", choices=STATUSES),
)


def action_row(number: int) -> Heading:
    """Return the heading of one row of the action plan."""
    return Heading(f"{ACTION}{number}", f"Action {number}", ROW)


def heading_of(kind: str, slug: str) -> Heading | None:
    """Return the section of that name, None where the report has none."""
    number = slug.removeprefix(ACTION)
    if kind == "action_plan" and slug.startswith(ACTION) and number.isdecimal():
        return action_row(int(number)) if 0 < int(number) <= 200 else None
    if slug == WHOLE:
        return prose(WHOLE, "The whole document")
    return next((each for each in HEADINGS[kind] if each.slug == slug), None)


def headings_of(kind: str, written: Iterable[str]) -> list[Heading]:
    """Return every section in the order of the report, rows of the action plan last."""
    numbers = sorted(int(s.removeprefix(ACTION)) for s in set(written) if s.startswith(ACTION))
    return [*HEADINGS[kind], *(action_row(number) for number in numbers)]
