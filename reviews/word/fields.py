"""The fields that a template may use, each with its meaning and what it is of a made-up case.

This is the contract with boards' own templates: a field is never renamed or taken away.
"""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Field:
    """A field by its name in the template; in a list, `parts` are the names within each row."""

    name: str
    meaning: str
    made_up: Any
    parts: tuple[tuple[str, str], ...] = ()


FIELDS: tuple[Field, ...] = (
    Field("reference", "The reference of the review", "ABC-2010-001"),
    Field("board", "The board that leads the review", "Anytown Safeguarding Children Board"),
    Field("board_chair", "The name of the board's Chair", "Jo Example"),
    Field("panel_chair", "The name of the independent panel chair", "Pat Specimen"),
    Field("overview_author", "The name of the independent overview author", "Lee Sample"),
    Field("coordinator", "Who owns the review at the board", "Sam Muster"),
    Field("today", "The day on which the paper is made", "1 April 2010"),
    Field("child", "The child or children, by pseudonym", "Child A"),
    Field("harm", "What happened: death or serious harm", "Death"),
    Field("happened_on", "The day of the incident", "20 February 2010"),
    Field("notified_on", "The day on which the board was notified", "22 February 2010"),
    Field("referred_on", "The day of the referral", "23 February 2010"),
    Field("decided_on", "The day of the Chair's decision", "22 March 2010"),
    Field("decision", "What the Chair decided", "Serious Case Review"),
    Field("recommendation", "What the sub-committee recommended", "Serious Case Review"),
    Field("recommendation_reasons", "Why it recommended that", "Two of the criteria are met."),
    Field("complete_by", "The day by which the review is to be complete", "22 September 2010"),
    Field("guidance", "The statutory guidance", "Working Together 2010"),
    Field("period_from", "The first day that the review looks at", "1 January 2008"),
    Field("period_to", "The last day that the review looks at", "20 February 2010"),
    Field("agency", "The agency that the paper is for", "Anytown Police"),
    Field("agency_due_on", "The day on which its contribution is due", "1 June 2010"),
    Field(
        "key_questions",
        "The key questions of the terms of reference: {% for question in key_questions %}",
        ["What did each agency know?", "Was the child seen and heard?"],
    ),
    Field(
        "panel",
        "The panel: {% for member in panel %}",
        [{"job_title": "Detective Superintendent", "employer": "Anytown Police"}],
        (("job_title", "Job title"), ("employer", "Employer")),
    ),
    Field(
        "agencies",
        "The agencies that contribute: {% for each in agencies %}",
        [{"name": "Anytown Police", "asked_for": "Chronology", "due_on": "1 June 2010"}],
        (("name", "Name"), ("asked_for", "What it is asked for"), ("due_on", "By when")),
    ),
    Field(
        "criteria",
        "The criteria as answered: {% for each in criteria %}",
        [{"text": "A child died.", "answer": "Yes", "evidence": "The certificate of death."}],
        (("text", "The criterion"), ("answer", "Yes, no or not known"), ("evidence", "Evidence")),
    ),
    Field("title", "The title of the report", "Overview report"),
    Field("draft", "The number of the draft", "2"),
    Field("issued_on", "The day on which the draft was issued", "30 March 2010"),
    Field(
        "sections",
        "The sections of the report: {% for section in sections %}",
        [
            {
                "title": "Introduction",
                "paragraphs": [
                    "Child A died at home.",
                    "The review was asked what was known.",
                ],
            }
        ],
        (("title", "Heading"), ("paragraphs", "Its paragraphs, each a text")),
    ),
    Field(
        "actions",
        "The rows of the action plan: {% for row in actions %}",
        [
            {
                "recommendation": "See children alone.",
                "action": "Every plan says when the child was seen alone.",
                "owner": "Head of Safeguarding, Anytown Council",
                "due": "30 June 2010",
                "measured": "Audit of 20 files.",
                "status": "Under way",
            }
        ],
        (
            ("recommendation", "Recommendation"),
            ("action", "Action"),
            ("owner", "Owner"),
            ("due", "By when"),
            ("measured", "How it is measured"),
            ("status", "Status"),
        ),
    ),
)
NAMES = frozenset(field.name for field in FIELDS)


def made_up_case() -> dict[str, Any]:
    """Return a case that never was, with every field filled."""
    return {field.name: field.made_up for field in FIELDS}
