"""What an agency's report still lacks before it can be submitted."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviews.models import Contribution

BARRED = (
    "The author took part in the case or managed those who did, so somebody else has to write "
    "this report: Working Together to Safeguard Children (2010), chapter 8, bars it."
)


@dataclass(frozen=True)
class Gap:
    """Something missing, the page where it is mended and the question there."""

    sentence: str
    page: str
    field: str = ""


# Each fact with what to do where there is none; its page and its name.
ASKED: tuple[tuple[str, str, str], ...] = (
    ("Name the author of the report", "author", "author_name"),
    ("Enter the author’s job title", "author", "author_job_title"),
    ("Say whether the author was directly involved", "author", "was_involved"),
    ("Say whether the author managed anybody involved", "author", "managed_the_involved"),
    ("Enter the day on which the records were secured", "records", "records_secured_on"),
    ("Enter the first day that the report covers", "records", "from_on"),
    ("Enter the last day that the report covers", "records", "to_on"),
    ("Say what the agency did for the family", "records", "context"),
    ("List the documents that were seen", "records", "documents_seen"),
    ("List the interviews by job title, or say that there were none", "records", "interviews"),
)


def gaps_of(contribution: "Contribution") -> list[Gap]:
    """Return everything that is missing, in the order of the pages."""
    return list(_gaps(contribution))


def _gaps(contribution: "Contribution") -> Iterator[Gap]:
    for sentence, page, field in ASKED:
        if getattr(contribution, field) in {None, ""}:
            yield Gap(f"{sentence}.", page, field)
    if contribution.author_is_barred:
        field = "was_involved" if contribution.was_involved else "managed_the_involved"
        yield Gap(BARRED, "author", field)
    if not contribution.makes_no_recommendations and not contribution.made:
        yield Gap("Add the recommendations, or say that there are none.", "recommendations")
    if contribution.file is None:
        yield Gap("Choose the file with the report.", "report", "file")
    if contribution.signed_on is None:
        yield Gap("The head of the agency has not signed it off.", "sign-off")
