"""What has to be published of a review, what is in the way of it, and who is given it before."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.urls import reverse

from boards.govuk.words import listed, on_paper
from records.models import Document
from reviews.fields import exactly
from reviews.models.bank_holiday import BankHoliday
from reviews.models.case_document import DocumentKind, DocumentVersion
from reviews.models.clock import worked_out
from reviews.models.name_scan import NameScan, ScanResult
from reviews.models.proceedings import HeldUp, Hold
from reviews.models.release_copy import ReleaseCopy
from reviews.statutory import (
    GUIDANCE,
    DueDate,
    PublicationRule,
    Recipient,
    publication_rule,
    recipients_of,
)

if TYPE_CHECKING:
    from reviews.models import Dispatch, Embargo, FinalSet, Review


@dataclass(frozen=True)
class Obstacle:
    """Something that a publication still needs, and the address where it is settled."""

    sentence: str
    href: str


@dataclass(frozen=True)
class Wanted:
    """A document that has to be published: the version that counts, and the copy made of it."""

    kind: DocumentKind
    version: DocumentVersion | None
    copy: ReleaseCopy | None
    scan: NameScan | None


def rule_of(review: "Review") -> PublicationRule | None:
    """Return the rule for the day on which the review was decided on; None where none is known.

    Of a pinned guidance it is the rule of the nearest day on which that was in force.
    """
    decided = review.dates().get("decided")
    if decided is None:
        return None
    pinned = GUIDANCE.get(review.pinned_guidance)
    return publication_rule(pinned.nearest(decided.earliest) if pinned else decided.earliest)


def wanted_of(review: "Review") -> list[Wanted]:
    """Return every document that the rule wants published, in its order."""
    rule = rule_of(review)
    return [_wanted(review, DocumentKind(kind)) for kind in (rule.what if rule else ())]


def _wanted(review: "Review", kind: DocumentKind) -> Wanted:
    """The version that the board agreed last counts; without an agreed set, the newest."""
    agreed = review.final_sets.agreed().last()
    item = agreed and agreed.items.filter(kind=kind).select_related("version__document").first()
    filed = review.documents.filter(kind=kind).order_by("-id").first()
    version = item.version if item else (filed.latest if filed else None)
    copy = nameless_copy_of(version) if version else None
    return Wanted(kind, version, copy, copy.scans.last() if copy else None)


def nameless_copy_of(version: DocumentVersion) -> ReleaseCopy | None:
    """Return the copy without names made last of this very version, whether it may leave or not."""
    copies = version.release_copies.without_names()
    return copies.select_related("file", "by", "checked_by", "source__document__review").last()


def released_without_names(version: DocumentVersion, on: date) -> Document | None:
    """Return the file of the copy without names, where it may leave on that day."""
    copy = nameless_copy_of(version)
    return copy.file if copy and not list(lacking(copy, copy.scans.last(), on)) else None


def obstacles(review: "Review", on: date) -> list[Obstacle]:
    """Return all that stands in the way of a publication on that day."""
    return [
        *_held(review),
        *_not_agreed(review),
        *(each for wanted in wanted_of(review) for each in _not_ready(wanted, on)),
        *_embargoed(review, on),
        *_not_shared(review, on),
    ]


def _held(review: "Review") -> Iterator[Obstacle]:
    holds = Hold.objects.of_review(review).in_force().filter(what=HeldUp.PUBLICATION)
    for hold in holds:
        where = reverse("proceedings-one", args=[review.reference, hold.proceedings_id])
        yield Obstacle(f"{hold.sentence}. Lift the hold first.", where)


def _not_agreed(review: "Review") -> Iterator[Obstacle]:
    dates = review.dates()
    if "decided" not in dates:
        yield Obstacle(
            "The day of the decision to hold the review is not known, and what is published "
            "depends on it: record it.",
            review.get_absolute_url(),
        )
    if "ratified" not in dates:
        sentence = "The board has not agreed the review, so that nothing of it may be published."
        yield Obstacle(sentence, reverse("final-set", args=[review.reference]))


def _not_ready(wanted: Wanted, on: date) -> Iterator[Obstacle]:
    name = wanted.kind.label.lower()
    if wanted.version is None:
        yield Obstacle(f"No {name} is on file.", "")
    elif wanted.copy is None:
        make = reverse("release-copy-make", args=[wanted.version.pk])
        yield Obstacle(
            f"No copy for publication was made of version {wanted.version.number} of the {name}.",
            f"{make}?is_for_publication=on&recipient=Publication",
        )
    else:
        yield from lacking(wanted.copy, wanted.scan, on)


def lacking(copy: ReleaseCopy, scan: NameScan | None, on: date) -> Iterator[Obstacle]:
    """Yield what a copy without names still needs before it may leave on that day."""
    document = copy.source.document
    name = f"the copy of the {document.get_kind_display().lower()}"
    page = document.get_absolute_url()
    if copy.has_expired(on):
        last = on_paper(copy.expires_on)
        yield Obstacle(f"T{name[1:]} expired on {last}: make a new one.", page)
        return
    if not copy.file.is_released:
        yield Obstacle(f"T{name[1:]} waits for the scanner for malware.", page)
    if not copy.is_checked:
        yield Obstacle(f"A second person has to check {name}.", f"{page}#copies")
    if scan is None or not scan.is_passed:
        its_page = reverse("publication-copy", args=[document.review.reference, copy.pk])
        yield Obstacle(_of_names(name, scan), its_page)


def _of_names(name: str, scan: NameScan | None) -> str:
    if scan is None:
        return f"Look for names in {name}."
    if scan.result == ScanResult.FOUND:
        return f"{scan} in {name}: redact it again, or say why it may go out."
    because = "no cast is recorded"
    if scan.result == ScanResult.UNREAD:
        because = "the portal cannot read it"
    return f"Somebody has to read {name} for names, because {because}."


def embargo_of(review: "Review") -> "Embargo | None":
    """Return the embargo that stands, however far it reaches."""
    last = review.embargoes.select_related("by").last()
    return last if last and last.not_before_on else None


def _embargoed(review: "Review", on: date) -> Iterator[Obstacle]:
    embargo = embargo_of(review)
    if embargo and on < embargo.not_before_on:
        day = on_paper(embargo.not_before_on)
        change = reverse("record", args=[review.reference, "set_embargo"])
        yield Obstacle(f"Nothing may be published before {day}: there is an embargo.", change)


def share_by(review: "Review", on: date) -> DueDate | None:
    """Return by when copies go out before a publication on that day, where the guidance says so."""
    calendar = BankHoliday.objects.calendar()
    owed = worked_out({"publishing": exactly(on)}, review.pinned_guidance, calendar)
    return owed.get("share_before_publication")


def told_before(review: "Review", on: date | None) -> tuple[Recipient, ...]:
    """Return who is given copies before a publication on that day."""
    due = share_by(review, on) if on else None
    return recipients_of(due.guidance, on) if due else ()


def recipients_for(agreed: "FinalSet") -> tuple[Recipient, ...]:
    """Return who is given the agreed set, also before the day on which it shall be published."""
    review = agreed.review
    by_guidance = recipients_of(agreed.guidance, agreed.agreed_on)
    before = told_before(review, review.day_of("publishing"))
    return (*by_guidance, *(each for each in before if each not in by_guidance))


def sent_before(review: "Review", recipients: tuple[Recipient, ...]) -> "dict[str, Dispatch]":
    """Return {recipient: what it was sent of the set agreed last}."""
    agreed = review.final_sets.agreed().last()
    codes = [each.code for each in recipients]
    sent = agreed.dispatches.filter(recipient__in=codes) if agreed and codes else ()
    return {each.recipient: each for each in sent}


def _not_shared(review: "Review", on: date) -> Iterator[Obstacle]:
    recipients = told_before(review, on)
    sent = sent_before(review, recipients)
    by_hand = not sent and "shared_before_publication" in review.dates()
    missing = [each.name for each in recipients if each.code not in sent]
    if not missing or by_hand:
        return
    here = reverse("publication", args=[review.reference])
    if review.day_of("publishing") is None:
        plan = reverse("record", args=[review.reference, "plan_publication"])
        yield Obstacle("Set the date of publication: copies have to be sent before it.", plan)
    yield Obstacle(f"Send copies to {listed(missing)} before publication.", f"{here}#before")
