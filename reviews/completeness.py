"""What a final set must hold, what of it is on file, and a sentence for each thing missing."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import AgencyKind
from records.scanning import ScanState
from reviews.models.case_document import DocumentKind, DocumentVersion
from reviews.models.commission import Commission, CommissionKind
from reviews.models.report import ReportKind

if TYPE_CHECKING:
    from reviews.known import Known

ASKED_FOR: dict[str, DocumentKind] = {
    CommissionKind.IMR: DocumentKind.IMR,
    CommissionKind.HEALTH_OVERVIEW: DocumentKind.HEALTH_OVERVIEW,
}
HEALTH = frozenset(
    {
        AgencyKind.HEALTH_COMMISSIONER,
        AgencyKind.HOSPITAL,
        AgencyKind.COMMUNITY_HEALTH,
        AgencyKind.MENTAL_HEALTH,
        AgencyKind.GP,
    }
)
WITH_HEALTH_OVERVIEW = frozenset({"wt2006", "wt2010"})
BESIDE: dict[DocumentKind, str] = {
    DocumentKind.TERMS: "No document of the terms of reference is on file: the set goes without.",
    DocumentKind.CHRONOLOGY: "No copy of the integrated chronology is on file: the set goes "
    "without.",
}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One thing that belongs in a set: how it stands, and what to do where it is missing."""

    text: str
    standing: str
    sentence: str = ""  # none: it is settled
    is_needed: bool = True  # without it the set cannot be put to the board
    is_filed: bool = False  # settled and not filed: the board does without it
    on: date | None = None
    href: str = ""

    @property
    def is_settled(self) -> bool:
        return not self.sentence

    @property
    def colour(self) -> str:
        """Return the colour of its tag; settled needs none."""
        return "plain" if self.is_settled else "red" if self.is_needed else "yellow"


class Checklist:
    """The lines of one review, from a fixed number of queries."""

    def __init__(self, known: "Known") -> None:
        self.known, self.review = known, known.review
        self.filed: dict[tuple[str, int | None], DocumentVersion] = {}
        for version in known.versions:
            document = version.document
            self.filed[document.kind, document.agency_id] = version
            self.filed.setdefault((document.kind, None), version)

    def lines(self) -> list[Line]:
        """Return everything that belongs in the set, in its order."""
        return [*self.reports(), *self.contributions(), *self.beside()]

    def reports(self) -> Iterator[Line]:
        """Yield overview report, summary and action plan: complete, and on file."""
        done = self.known.complete
        for kind in ReportKind:
            name, report = kind.label.lower(), done.get(kind)
            version = self.filed.get((kind.value, None))
            if version is None:
                yield Line(
                    text=kind.label,
                    standing="Not on file",
                    sentence=f"File the {name}: no document of it is on the review.",
                    href=self._file_at(kind),
                )
            elif report is None:
                yield Line(
                    text=kind.label,
                    standing="Not said to be complete",
                    sentence=f"Record that the {name} is complete.",
                    href=reverse("reports", args=[self.review.reference]),
                )
            else:
                by = f"by {report.author}, completed on {on_paper(report.completed_on)}"
                yield _on_file(kind.label, version, by)

    def contributions(self) -> Iterator[Line]:
        """Yield what each agency was commissioned to write: on file, or waived with its reason."""
        for commission in self.known.commissions:
            if commission.round == self.review.round and commission.kind in ASKED_FOR:
                yield self._contribution(commission)

    def _contribution(self, commission: Commission) -> Line:
        kind = ASKED_FOR[commission.kind]
        text = f"{kind.label}, {commission.agency}"
        if commission.waived_on:
            return Line(
                text=text, standing=f"Waived: {commission.waived_because}", on=commission.waived_on
            )
        version = self.filed.get((kind.value, commission.agency_id))
        if version is None:
            return Line(
                text=text,
                standing="Returned, not on file" if commission.returned_on else "Not returned",
                sentence=f"File the {_small(kind)} of {commission.agency}, or waive it with the "
                "reason.",
                href=self._file_at(kind, commission.agency_id),
            )
        by = f"returned by {commission.returned_by}" if commission.returned_by else ""
        return _on_file(text, version, by)

    def beside(self) -> Iterator[Line]:
        """Yield what a set is better for, and may go without."""
        for kind, sentence in BESIDE.items():
            version = self.filed.get((kind.value, None))
            if version:
                yield _on_file(kind.label, version)
            else:
                yield Line(
                    text=kind.label,
                    standing="Not on file",
                    sentence=sentence,
                    is_needed=False,
                    href=self._file_at(kind),
                )
        yield from self._health_overview()

    def _health_overview(self) -> Iterator[Line]:
        kind, asked = DocumentKind.HEALTH_OVERVIEW, self.known.contributions
        is_asked_for = any(each.kind == CommissionKind.HEALTH_OVERVIEW for each in asked)
        if is_asked_for or self.known.guidance.slug not in WITH_HEALTH_OVERVIEW:
            return
        if version := self.filed.get((kind.value, None)):
            yield _on_file(kind.label, version)
        elif any(each.kind == CommissionKind.IMR and each.agency.kind in HEALTH for each in asked):
            yield Line(
                text=kind.label,
                standing="Not commissioned",
                sentence="Health agencies wrote reviews, but no health overview report was asked "
                "for.",
                is_needed=False,
                href=self._file_at(kind),
            )

    def _file_at(self, kind: str, agency: int | None = None) -> str:
        address = reverse("final-set-file", args=[self.review.reference])
        return f"{address}?kind={kind}" + (f"&agency={agency}" if agency else "")


def _on_file(text: str, version: DocumentVersion, more: str = "") -> Line:
    standing = f"On file, version {version.number}" + (f" ({more})" if more else "")
    on = timezone.localdate(version.at)
    return Line(text=text, standing=standing, is_filed=True, on=on)


def _small(kind: DocumentKind) -> str:
    return kind.label[0].lower() + kind.label[1:]


def reports_are_on_file(known: "Known") -> Iterator[str]:
    """Yield which of the reports that are complete has no document on file."""
    lines = zip(ReportKind, Checklist(known).reports(), strict=True)
    return (line.sentence for kind, line in lines if kind in known.complete and not line.is_settled)


def contributions_are_on_file(known: "Known") -> Iterator[str]:
    """Yield what agencies were commissioned to write and is neither on file nor waived."""
    return (line.sentence for line in Checklist(known).contributions() if not line.is_settled)


def documents_are_released(known: "Known") -> Iterator[str]:
    """Yield which documents of the set nobody may be given: unscanned, or with malware in them."""
    for version in known.versions:
        if version.file.scan == ScanState.INFECTED:
            yield f"{version} held malware and was not kept: file it again."
        elif not version.file.is_released:
            yield f"{version} waits to be scanned for malware: nobody is given it before."


def set_is_before_the_board(known: "Known") -> Iterator[str]:
    """Yield what to do where a review came to the board without a set."""
    if not any(each.is_open for each in known.final_sets):
        yield "No set is before the board: send the review back and put its final set."


def _before_the_board(known: "Known") -> str:
    """Return whose turn it is while a set is before the board; nothing where none is."""
    waiting = next((each for each in known.final_sets if each.is_open), None)
    return f"{waiting} is before the board: the Chair has yet to sign it." if waiting else ""


def set_is_agreed(known: "Known") -> Iterator[str]:
    """Yield what to do where the board has agreed no set that could be submitted."""
    if waiting := _before_the_board(known):
        yield waiting
    elif not any(each.is_agreed for each in known.final_sets):
        yield "Put the final set to the board and have the Chair sign it: no set was agreed here."


def newer_set_is_agreed(known: "Known") -> Iterator[str]:
    """Yield what to do until a set was agreed after the one that was judged inadequate."""
    if waiting := _before_the_board(known):
        yield waiting
    elif not any(each.is_agreed and not each.was_submitted for each in known.final_sets):
        yield "Put the redone set to the board and have the Chair sign it before it is resubmitted."
