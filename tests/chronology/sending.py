"""Agencies' files, as these tests send them."""

import csv
import io

from chronology.models import AgencyChronology, Entry, SourceFile
from chronology.receiving.doubts import sentences_of
from chronology.receiving.keeping import keep
from chronology.receiving.reading_in import put_right, read_in
from chronology.receiving.taking import take
from tests.factories import AT, AgencyFactory, UserFactory, a_review

HEADINGS = ("Date", "Time", "Source", "Event")
VISIT = ("12/01/2009", "10:15", "HV diary", "Home visit. Baby seen, feeding well.")
CALL = ("14/01/2009", "", "HV diary", "Mother rang to say that she had no electricity.")
CLINIC = ("20/01/2009", "09:00", "Clinic notes", "Weighed at clinic: 4.2 kg.")
MISSED = ("27/01/2009", "", "Clinic notes", "Not brought to clinic.")
WRONG = ("31/02/2009", "", "HV diary", "Letter sent to the GP about the missed clinic.")


def a_file(*rows, headings=HEADINGS) -> bytes:
    text = io.StringIO()
    csv.writer(text).writerows([headings, *rows])
    return text.getvalue().encode()


def a_chronology(agency=None, review=None) -> AgencyChronology:
    review = review or a_review()
    agency = agency or AgencyFactory(board=review.board, name="Health visiting")
    return AgencyChronology.of(review, agency)


def sent(chronology, *rows, name="hv.csv", content=None, **options) -> SourceFile:
    """Return a file that was kept and read."""
    content = content if content is not None else a_file(*rows, **options)
    by = UserFactory()
    file, is_new = keep(content, name=name, chronology=chronology, by=by, at=AT)
    if is_new:
        read_in(file)
    return file


def mended(file: SourceFile, key: str, cells: dict[str, str]) -> list[str]:
    """A row of the file was put right, and the file read again; return what is still wrong."""
    put_right(file, key, cells)
    file.refresh_from_db()
    read_in(file)
    return sentences_of(file, key)


def taken(chronology, *rows, **options) -> SourceFile:
    """Return a file whose rows stand in the chronology."""
    return take(sent(chronology, *rows, **options), by=UserFactory(), at=AT)


def standing(chronology) -> list[str]:
    """Return what the agency says now, in order."""
    return [one.event for one in entries_of(chronology).standing().in_order()]


def entries_of(chronology):
    return Entry.objects.filter(review=chronology.review, agency=chronology.agency)
