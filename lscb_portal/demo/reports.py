"""The demo's reports: written, issued, commented on by agencies, completed and signed off."""

from datetime import timedelta
from io import BytesIO

from boards.govuk.words import on_paper
from boards.models import Agency
from boards.roles import AgencyAuthor, Coordinator, OverviewAuthor, PanelChair, PanelMember
from lscb_portal.demo.documents import word
from lscb_portal.demo.people import AUTHORS_AGENCY
from lscb_portal.demo.story import Story
from records.kinds import DOCX
from reviews.models import Answer, CaseDocument, Comment, ReportDraft, ReportKind, SectionVersion
from reviews.models.case_document import DocumentVersion
from reviews.report_headings import HEADINGS

CASE = "panel-due-in-days"  # has two drafts, and comments that wait
WORDS = {
    "introduction": "The review was held because Child A died, and abuse was suspected.",
    "facts": "Child A was seen by the health visitor nine times in the first year.\n"
    "The police came to the home on three nights. Each was recorded as no further action.",
    "analysis": "What did agencies know? Each knew a part. Nobody put the parts together.",
    "lessons": "An agency that closes its file tells the others, and says why.",
    "recommendations": "1. Every visit at night is told to the health visitor within two days.",
    "panel": "Detective Superintendent, Downland Police\nDesignated Nurse, Southdown Health",
    "monitoring": "The sub-committee looks at the plan every three months.",
}
OTHERWISE = "As the agencies’ chronologies and management reviews show."
ACTION = {
    "recommendation": "Every visit at night is told to the health visitor within two days.",
    "action": "The control room sends a note of each such visit to the duty health visitor.",
    "owner": "Head of Public Protection, Downland Police",
    "measured": "An audit of 40 visits each quarter finds a note for 38 of them.",
    "status": "Under way",
}


def complete_report(story: Story, kind: ReportKind, otherwise: str = OTHERWISE) -> None:
    """The report is written, issued, complete and signed off on the day."""
    draft = _issue(story, kind, otherwise)
    author = story.who(OverviewAuthor, Coordinator)
    facts = {"draft": draft, "author": author.full_name, "on": story.day}
    story.record("record_report", OverviewAuthor, Coordinator, **facts)
    report = story.review.reports.filter(kind=kind).last()
    story.record("sign_off_report", PanelChair, report=report)


def tell_drafts(story: Story) -> None:
    """Two drafts of the overview report, the second with two agencies and the panel."""
    story.day += timedelta(days=30)
    _issue(story, ReportKind.OVERVIEW, "To be written.")
    story.day += timedelta(days=20)
    draft = _issue(story, ReportKind.OVERVIEW, OTHERWISE)
    agencies = Agency.objects.filter(
        board=story.board, name__in=(AUTHORS_AGENCY, "Downland Police")
    )
    story.record(
        "open_draft",
        OverviewAuthor,
        draft=draft,
        agencies=agencies,
        sections=draft.sections.filter(heading__in=("facts", "lessons")),
        is_for_panel=True,
        due_on=story.today + timedelta(days=9),
    )
    _comments(story, draft)


def _comments(story: Story, draft: ReportDraft) -> None:
    """One comment of each, one of them answered."""
    own = story.cast[AgencyAuthor].memberships.get().agency
    story.day += timedelta(days=5)
    comment = Comment(
        round=draft.round,
        heading="facts",
        agency=own,
        says="seen by the health visitor nine times",
        should_say="seen by the health visitor eight times; once nobody was in",
        evidence="The health visitor’s record of that week.",
    )
    story.record("comment_on_draft", AgencyAuthor, comment=comment)
    answer = {"answer": Answer.ACCEPTED, "reason": "The next draft says eight."}
    story.record("answer_comment", OverviewAuthor, comment=comment, **answer)
    waiting = Comment(
        round=draft.round,
        heading="analysis",
        says="Nobody put the parts together.",
        should_say="Say that the strategy discussion tried to, and why it failed.",
    )
    story.record("comment_on_draft", PanelMember, comment=waiting)


def _issue(story: Story, kind: ReportKind, otherwise: str) -> ReportDraft:
    """Return the draft of the day: of sections, or of long ago the Word document that came."""
    if story.case.is_of_long_ago:
        paper = {"document": _word(story, kind)}
    else:
        _write(story, kind, otherwise)
        paper = {}
    story.record("issue_draft", OverviewAuthor, Coordinator, kind=kind, **paper)
    return story.review.report_drafts.filter(kind=kind).last()


def _word(story: Story, kind: ReportKind) -> DocumentVersion:
    return CaseDocument.file_next(
        story.review,
        BytesIO(word(kind.label, "\n".join(WORDS.values()))),
        kind=kind,
        agency=None,
        name=f"{kind}.docx",
        media_type=DOCX.media_type,
        by=story.who(OverviewAuthor, Coordinator),
        at=story.at,
    )


def _write(story: Story, kind: ReportKind, otherwise: str) -> None:
    said = {h.slug: {"text": WORDS.get(h.slug, otherwise)} for h in HEADINGS[kind]}
    if kind == ReportKind.ACTION_PLAN:
        said["action-1"] = ACTION | {"due": on_paper(story.day + timedelta(days=90))}
    for slug, text in said.items():
        stands = story.review.section_versions.filter(kind=kind, heading=slug).count()
        section = SectionVersion(kind=kind, heading=slug, said=text)
        story.record("write_section", OverviewAuthor, Coordinator, section=section, based_on=stands)
