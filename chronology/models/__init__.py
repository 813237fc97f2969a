"""The nouns of the chronology, one a file."""

from chronology.models.abbreviation import Abbreviation
from chronology.models.agency_chronology import (
    AgencyChronology,
    agencies_written_for,
    readable_reviews,
)
from chronology.models.cast import Category, Identifier, Person
from chronology.models.entry import IN_ORDER, Entry
from chronology.models.integration import Detail, Integration, ModelTemplate
from chronology.models.mention import Mention
from chronology.models.questions import KeyQuestion, Theme
from chronology.models.release import Form, Release
from chronology.models.ruling import Meaning, Ruling
from chronology.models.same_event import LinkStatus, SameEvent, Standing
from chronology.models.source_file import RowProblem, SourceFile
from chronology.models.submission import Submission
from chronology.models.told_twice import KeptApart
from chronology.models.typed_row import TypedRow
from chronology.models.unlisted import Answer, Unlisted
from chronology.models.work import Work, WorkKind

__all__ = [
    "IN_ORDER",
    "Abbreviation",
    "AgencyChronology",
    "Answer",
    "Category",
    "Detail",
    "Entry",
    "Form",
    "Identifier",
    "Integration",
    "KeptApart",
    "KeyQuestion",
    "LinkStatus",
    "Meaning",
    "Mention",
    "ModelTemplate",
    "Person",
    "Release",
    "RowProblem",
    "Ruling",
    "SameEvent",
    "SourceFile",
    "Standing",
    "Submission",
    "Theme",
    "TypedRow",
    "Unlisted",
    "Work",
    "WorkKind",
    "agencies_written_for",
    "readable_reviews",
]
