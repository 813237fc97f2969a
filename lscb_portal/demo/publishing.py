"""Publications of the demo: copies without names, a hold, an embargo, an address, a repository."""

from collections.abc import Iterable
from datetime import date, timedelta
from io import BytesIO

from boards.roles import Chair, Coordinator, Manager
from lscb_portal.demo.documents import pdf
from lscb_portal.demo.proceedings import trial_of
from lscb_portal.demo.story import Story
from records.kinds import PDF
from records.models import Document
from reviews.models import (
    Channel,
    HeldUp,
    NameScan,
    ProceedingsState,
    PublicationState,
    ReleaseCopy,
)
from reviews.publishing import Wanted, told_before, wanted_of

A_YEAR = timedelta(days=365)
ADDRESS = "https://lscb.example/serious-case-reviews/{reference}"
REPOSITORY = "the national case review repository, NSPCC"
AFTER_THE_TRIAL = date(2014, 5, 12)


def publish(story: Story) -> None:
    """What the rule wants is published, and sent on to the repository."""
    make_copies(story)
    where = ADDRESS.format(reference=story.review.reference.lower())
    facts = {"state": PublicationState.PUBLISHED, "on": story.day, "where": where}
    story.record("publish", Manager, **facts)
    story.day += timedelta(days=7)
    facts = {"repository": REPOSITORY, "their_reference": f"C{story.review.pk:04}"}
    story.record("send_to_repository", Coordinator, on=story.day, **facts)


def publish_after_the_trial(story: Story) -> None:
    """Years later the trial is over: by then, copies go out before publication."""
    story.day = AFTER_THE_TRIAL
    on = story.day + timedelta(days=14)
    story.record("plan_publication", Coordinator, on=on)
    for each in told_before(story.review, on):
        sent = {"recipient": each.code, "what": "The report and its action plan, without names"}
        story.record("record_dispatch", Coordinator, on=story.day, channel=Channel.CJSM, **sent)
    story.day = on
    publish(story)


def redact(story: Story) -> None:
    """A trial holds the publication, and the copies for it are being made meanwhile."""
    story.day += timedelta(days=10)
    state = ProceedingsState.UNDER_WAY
    story.record("add_proceedings", Coordinator, state=state, on=story.day, **trial_of(story))
    hold = {"what": HeldUp.PUBLICATION, "reason": "The jury is not to read the report."}
    trial = story.review.proceedings.get()
    story.record("hold_up", Coordinator, proceedings=trial, since_on=story.day, **hold)
    held = {"state": PublicationState.HELD, "reasons": "The trial has to end first."}
    story.record("publish", Manager, on=story.day, **held)
    story.day += timedelta(days=30)
    story.record("publish", Manager, on=story.day, state=PublicationState.REDACTING)
    _copy_of(story, wanted_of(story.review)[:1])
    embargo = {"not_before_on": story.today + timedelta(days=60), "reason": "The family is told."}
    story.record("set_embargo", Manager, **embargo)


def make_copies(story: Story) -> None:
    """Each document that the rule wants has a copy, which the Chair has read for names."""
    for copy in _copy_of(story, wanted_of(story.review)):
        story.record("check_release_copy", Manager, copy=copy)
        chair = story.who(Chair)
        story.record("say_copy_names_nobody", Chair, copy=copy, signed=chair.full_name)


def _copy_of(story: Story, wanted: Iterable[Wanted]) -> list[ReleaseCopy]:
    by = story.who(Coordinator)
    copies = []
    for each in wanted:
        title = each.kind.label
        kept = Document.keep(
            BytesIO(pdf(f"{title} on Child A, without names. Fictional.")),
            name=f"{title} for publication.pdf",
            media_type=PDF.media_type,
            board=story.board,
            by=by,
            at=story.at,
        )
        copy = ReleaseCopy.objects.create(
            source=each.version,
            file=kept,
            recipient="Publication",
            reason="The rule wants it published.",
            is_for_publication=True,
            expires_on=story.today + A_YEAR,
            by=by,
            at=story.at,
        )
        NameScan.looked(copy, by=by, at=story.at).save()
        copies.append(copy)
    return copies
