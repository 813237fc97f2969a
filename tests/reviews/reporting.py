"""Reviews at the panel, with reports in every state of being written."""

from collections.abc import Iterable
from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from boards.models import Agency, Board, User
from boards.roles import ROLES
from reviews.models import Comment, Report, ReportDraft, Review, SectionVersion, WordTemplate
from reviews.word.kinds import portals_own
from tests.factories import a_review, appointed

APPOINTED = ("panel_chair", "overview_author", "panel_member")


def at_panel(board: Board, people: dict[str, User]) -> Review:
    """Return a review at the panel, with everybody appointed who can be."""
    today = timezone.localdate()
    day = today - timedelta(days=90)
    dates = {"notified": day, "referred": day}
    review = a_review(board, at=timezone.now(), dates=dates, owner=people.get("coordinator"))
    for post in APPOINTED:
        appointed(review, people[post], post, job_title=ROLES[post].name, at=timezone.now())
    Review.objects.filter(pk=review.pk).update(state="panel")
    return Review.objects.get(pk=review.pk)


def write(
    review: Review, text: str, *, by: User, kind: str = "overview", heading: str = "facts"
) -> SectionVersion:
    """Return the section, written on whatever stood before."""
    stands = review.section_versions.filter(kind=kind, heading=heading)
    section = SectionVersion(kind=kind, heading=heading, said={"text": text})
    last = stands.last()
    review.record(
        "write_section",
        by=by,
        at=timezone.now(),
        section=section,
        based_on=last.number if last else 0,
    )
    return stands.last()


def issued(
    review: Review,
    *,
    by: User,
    kind: str = "overview",
    text: str = "Said.",
    headings: Iterable[str] = ("facts", "conclusions"),
) -> ReportDraft:
    """Return a draft in which each heading says the text."""
    for heading in headings:
        write(review, text, by=by, kind=kind, heading=heading)
    review.record("issue_draft", by=by, at=timezone.now(), kind=kind)
    return review.report_drafts.filter(kind=kind).last()


def open_to(
    draft: ReportDraft,
    agencies: Iterable[Agency],
    *,
    by: User,
    headings: Iterable[str] = ("facts",),
) -> ReportDraft:
    """Return the draft, open to the agencies in these sections and to the panel."""
    draft.review.record(
        "open_draft",
        by=by,
        at=timezone.now(),
        draft=draft,
        agencies=list(agencies),
        sections=list(draft.sections.filter(heading__in=headings)),
        is_for_panel=True,
        due_on=timezone.localdate() + timedelta(days=14),
    )
    return draft


def a_comment(
    draft: ReportDraft, *, by: User, agency: Agency | None = None, heading: str = "facts"
) -> Comment:
    comment = Comment(
        round=draft.round, heading=heading, agency=agency, says="Nine times", should_say="Eight"
    )
    draft.review.record("comment_on_draft", by=by, at=timezone.now(), comment=comment)
    return comment


HEADINGS = {"overview": "facts", "summary": "purpose", "action_plan": "monitoring"}


def complete(review: Review, kind: str, *, by: User, draft: ReportDraft | None = None) -> Report:
    """Return the complete report, of the draft or of one issued for it."""
    draft = draft or issued(review, by=by, kind=kind, headings=[HEADINGS[kind]])
    facts = {"draft": draft, "author": by.full_name, "on": timezone.localdate()}
    review.record("record_report", by=by, at=timezone.now(), **facts)
    return review.reports.filter(kind=kind).last()


def a_word_template(board: Board, *, by: User, kind: str = "family") -> WordTemplate:
    content = BytesIO(portals_own(kind))
    return WordTemplate.keep(
        content, board=board, kind=kind, name="own.docx", by=by, at=timezone.now()
    )
