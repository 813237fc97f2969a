"""Agencies' reports in the demo: one submitted, one sent back, one waived, and a question."""

from datetime import timedelta
from io import BytesIO

from boards.roles import AgencyAuthor, Coordinator, PanelChair
from lscb_portal.demo.story import Story
from reviews.checklist import items_for
from reviews.models import (
    AgencyQuestion,
    Commission,
    Contribution,
    ContributionDraft,
    QualityAnswer,
)

CASE = "chronology"
DOCUMENT = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj
trailer<</Root 1 0 R>>
%%EOF
"""
LACKING = {
    "child": ("not_met", "The children are described by adults only: what did they say or show?"),
    "analysis": ("partly", "Pages 4 to 9 tell what happened again, without asking why."),
    "recommendations": ("partly", "The second has no owner."),
    "chronology": ("met", ""),
}


def tell_contributions(story: Story) -> None:
    """Of the reports that are outstanding, three have come as far as reports come."""
    outstanding = list(story.review.commissions.contributions().outstanding())
    theirs = [asked for asked in outstanding if _writes(story, asked)]
    others = [asked for asked in outstanding if asked not in theirs]
    sent_back, submitted, waived = [*theirs, *others][:3]  # the agency author goes on with one
    _submit(story, submitted)
    sent = _submit(story, sent_back)
    reader = story.who(PanelChair)
    items = {item.code: item for item in items_for(story.review)}
    answers = {items[code]: said for code, said in LACKING.items()}
    QualityAnswer.keep(sent, answers, by=reader, at=story.at)
    story.record(
        "send_back_contribution",
        PanelChair,
        contribution=sent,
        because="The children are not heard, and it tells more than it asks. See the checklist.",
        again_by_on=story.today + timedelta(days=9),
    )
    story.record(
        "waive_commission",
        Coordinator,
        commission=waived,
        on=story.day,
        reasons="The agency met the family once, and said so in its check.",
    )
    question = AgencyQuestion.ask(
        submitted,
        text="Who read the hospital’s letter of the spring before, and what was done then?",
        due_on=story.day + timedelta(days=7),
        by=reader,
        at=story.at,
    )
    question.settle(
        answer="The duty nurse filed it. Nobody rang the family.",
        by=story.who(AgencyAuthor) if _writes(story, submitted) else story.who(Coordinator),
        at=story.at,
    )
    for asked, text, days in (
        (submitted, "Was the health visitor’s supervisor told of it?", 3),
        (sent_back, "On which of the two days was the family visited?", 5),
    ):
        due_on = story.today + timedelta(days=days)
        AgencyQuestion.ask(asked, text=text, due_on=due_on, by=reader, at=story.at)


def _writes(story: Story, asked: Commission) -> bool:
    author = story.cast.get(AgencyAuthor)
    return bool(author) and author.memberships.filter(agency=asked.agency).exists()


def _submit(story: Story, asked: Commission) -> Contribution:
    """The agency's report is with the board, whoever of the two wrote it in."""
    role = AgencyAuthor if _writes(story, asked) else Coordinator
    said = {"by": story.who(role), "at": story.at}
    draft, on = ContributionDraft(asked), story.day
    facts = {
        "author_name": "Rosalind Tarring",
        "author_job_title": "Designated nurse of another district",
        "was_involved": False,
        "managed_the_involved": False,
        "records_secured_on": on - timedelta(days=20),
        "from_on": on - timedelta(days=760),
        "to_on": on - timedelta(days=60),
        "context": "The agency knew the family from the first child’s birth.",
        "documents_seen": "Case records\nSupervision notes\nThe policy on missed appointments",
        "interviews": "Health visitor\nTeam manager",
    }
    draft.save(facts, seen=draft.current.stamp(facts), **said)
    draft.keep_recommendation(
        text="Tell the GP of every second appointment that is missed, and note that it was done.",
        owner="Head of children’s services",
        due_on=on + timedelta(days=90),
        **said,
    )
    pdf = {"name": "management-review.pdf", "media_type": "application/pdf"}
    draft.attach(BytesIO(DOCUMENT), **pdf, **said)
    draft.record_sign_off(name="Hugh Pevensey", post="Chief Executive", on=on, **said)
    sent = draft.current
    story.record("submit_contribution", role, contribution=sent)
    return Contribution.objects.get(pk=sent.pk)
