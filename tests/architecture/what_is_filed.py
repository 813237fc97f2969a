"""The arguments of the addresses of meetings, reports, documents and publication."""

import io
from io import BytesIO

from django.utils import timezone

from boards.models import Agency, User
from records.models import Document
from reviews.models import (
    CaseDocument,
    Commission,
    ReleaseCopy,
    Review,
)
from tests.reviews.meeting_scenes import a_meeting, a_paper, an_action, minutes_of
from tests.reviews.reporting import a_comment, a_word_template, at_panel, complete, issued, open_to
from tests.reviews.setting import filed


def of_meetings(review: Review, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a meeting that the agency author is asked to."""
    meeting = a_meeting(review, by=people["manager"], asked=[people["agency_author"]])
    item, action = (
        meeting.agenda.first(),
        an_action(meeting, by=people["manager"], person=people["agency_author"]),
    )
    paper = a_paper(item, by=people["manager"])
    minutes_of(meeting, by=people["manager"])
    of_meeting = ("", "-invitation", "-calendar")
    case, one = {"reference": review.reference}, {"pk": meeting.pk}
    of_action = ("meeting-action", "action-finish", "action-reopen")
    of_item = ("agenda-item", "agenda-place", "agenda-drop", "agenda-paper")
    return {
        **dict.fromkeys(("meetings", "meeting-call"), case),
        **{f"meeting{name}": one for name in of_meeting},
        **dict.fromkeys(("agenda-add", "pack", "minutes"), one),
        "meeting-act": {**one, "act": "invite"},
        "meeting-uninvite": {**one, "invitee": meeting.invitees.first().pk},
        **{name: {"pk": item.pk} for name in of_item},
        **{name: {"pk": paper.pk} for name in ("paper", "paper-withdraw")},
        "minutes-download": {**one, "form": "docx"},
        **{name: {"pk": action.pk} for name in of_action},
    }


def of_the_reports(agency: Agency, people: dict[str, User]) -> dict[str, dict]:
    """Return the arguments of a second draft that is open to an agency and the panel."""
    review = at_panel(agency.board, people)
    issued(review, by=people["manager"], text="First.")
    draft = issued(review, by=people["manager"], text="Second.")
    open_to(draft, [agency], by=people["manager"])
    comment = a_comment(draft, agency=agency, by=people["agency_author"])
    complete(review, "summary", by=people["manager"])
    template = a_word_template(review.board, by=people["manager"])
    case, pk = {"reference": review.reference}, {"pk": draft.round.invitations.get().commission_id}
    kind = {**case, "kind": "overview"}
    one, own = {**kind, "number": draft.number}, {"board": review.board.slug, "kind": "family"}
    return {
        **dict.fromkeys(("reports", "letters", "report-add-action"), case),
        **dict.fromkeys(("report", "report-issue", "report-upload"), kind),
        **{f"report-{n}": one for n in ("draft", "open", "complete", "close", "compare")},
        "report-section": {**kind, "slug": "facts"},
        "report-changes": {**one, "slug": "facts"},
        "report-file": {**one, "form": "pdf"},
        "report-comment": {**one, "slug": "facts"},
        "report-answer": {**one, "pk": comment.pk},
        "report-sign-off": {**case, "kind": "summary", "version": 1},
        "accuracy": pk,
        "accuracy-send": pk,
        "accuracy-comment": {**pk, "slug": "facts"},
        "letter": {**case, "kind": "family"},
        **dict.fromkeys(("word-template", "word-template-portals"), own),
        "word-template-use-portals": own,
        "word-template-preview": {"pk": template.pk},
        "word-template-use": {"pk": template.pk},
    }


def of_documents(commission: Commission, people: dict[str, User]) -> dict[str, dict]:
    """Return the addresses of a document that the agency sent, and of a checked copy of it."""
    review, now, name = commission.review, timezone.now(), {"name": "x.txt", "media_type": "x/x"}
    sent = CaseDocument.file(
        review,
        io.BytesIO(b"Report"),
        kind="imr",
        title="Report",
        agency=commission.agency,
        by=people["agency_author"],
        at=now,
        **name,
    )
    said = {"board": review.board, "by": people["manager"], "at": now}
    copy = ReleaseCopy.objects.create(
        source=sent,
        file=Document.keep(io.BytesIO(b"Redacted"), **name, **said),
        recipient="The family",
        reason="They asked.",
        expires_on=timezone.localdate(),
        by=people["manager"],
        at=now,
    )
    copy.check_by(people["coordinator"], at=now)
    return {
        "documents": {"reference": review.reference},
        "document-file": {"reference": review.reference},
        "document-send": {"pk": commission.pk},
        "document": {"pk": sent.document_id},
        "document-version-add": {"pk": sent.document_id},
        "document-download": {"pk": sent.pk},
        "release-copy-make": {"pk": sent.pk},
        "release-copy-check": {"pk": copy.pk},
        "release-copy-download": {"pk": copy.pk},
    }


def of_publication(review: Review, people: dict[str, User]) -> dict[str, dict]:
    version = filed(review, "summary", by=people["coordinator"])
    said = {"by": people["manager"], "at": timezone.now()}
    copy = ReleaseCopy.objects.create(
        source=version,
        file=Document.keep(BytesIO(b"x"), name="x.txt", board=review.board, **said),
        recipient="Publication",
        reason="x",
        is_for_publication=True,
        expires_on=timezone.localdate(),
        **said,
    )
    case = {"reference": review.reference}
    its_copy = {**case, "pk": copy.pk}
    return {
        "publication": case,
        "publication-record": case,
        "publication-copy": its_copy,
        "publication-copy-act": {**its_copy, "act": "scan_release_copy"},
    }
