"""What is done on a case from its notification on: each step on its day."""

from collections.abc import Callable
from datetime import timedelta

from django.db.models import QuerySet

from boards.models import Agency, AgencyKind
from boards.roles import (
    AgencyAuthor,
    Chair,
    Coordinator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    Role,
    SubCommitteeMember,
)
from lscb_portal.demo.declaring import EMPLOYERS, JOB_TITLES, conflict, declare
from lscb_portal.demo.evaluation import record_evaluation
from lscb_portal.demo.family import leave_family_out
from lscb_portal.demo.final_sets import assess, file_contributions, send_back_and_put_again, sign
from lscb_portal.demo.publishing import publish, publish_after_the_trial, redact
from lscb_portal.demo.reports import complete_report
from lscb_portal.demo.story import Story
from lscb_portal.demo.terms import draft_terms, who_agreed
from lscb_portal.demo.themes import code_themes
from reviews.models import Channel, CommissionKind, Outcome, Post, ReportKind
from reviews.statutory import CriterionKind

Step = Callable[[Story], None]
TIME_FOR_CHECKS, TIME_FOR_CONTRIBUTIONS = timedelta(days=10), timedelta(days=42)
ASKED_FOR_CHECKS = (AgencyKind.SOCIAL_CARE, AgencyKind.POLICE, AgencyKind.COMMUNITY_HEALTH)
DECIDE = {
    Outcome.SCR: "decide_scr",
    Outcome.OTHER: "decide_other_review",
    Outcome.NONE: "decide_no_review",
}


def screen(story: Story) -> None:
    story.move("screen", Coordinator)


def ask_for_checks(story: Story) -> None:
    first_asked = Agency.objects.filter(board=story.board, kind__in=ASKED_FOR_CHECKS)
    _ask(story, CommissionKind.CHECK, first_asked, TIME_FOR_CHECKS)


def checks_return(story: Story) -> None:
    _return(story, everything=True)


def answer_criteria(story: Story) -> None:
    asked = [c for c in story.review.guidance().criteria if c.kind is not CriterionKind.PROMPT]
    findings = {
        criterion.code: ("yes" if place == 0 else "no", "As the agencies’ checks show.")
        for place, criterion in enumerate(asked)
    }
    story.record("answer_criteria", SubCommitteeMember, Coordinator, findings=findings)


def recommend(story: Story) -> None:
    story.move(
        "recommend",
        SubCommitteeMember,
        Coordinator,
        on=story.day,
        outcome=story.case.advice or story.case.outcome,
        reasons="What the sub-committee read in the checks.",
    )


def decide(story: Story) -> None:
    reasons = "The criteria and the sub-committee’s advice were weighed."
    story.move(DECIDE[story.case.outcome], Chair, on=story.day, reasons=reasons)


def appoint_chair(story: Story) -> None:
    _appoint(story, Post.PANEL_CHAIR, PanelChair)


def appoint_member(story: Story) -> None:
    _appoint(story, Post.PANEL_MEMBER, PanelMember)


def agree_terms(story: Story) -> None:
    draft_terms(story)
    story.record("agree_terms", Coordinator, agreements=who_agreed(story), on=story.day)


def appoint_author(story: Story) -> None:
    _appoint(story, Post.OVERVIEW_AUTHOR, OverviewAuthor)


def ask_for_contributions(story: Story) -> None:
    everyone = Agency.objects.filter(board=story.board)
    _ask(story, CommissionKind.IMR, everyone, TIME_FOR_CONTRIBUTIONS)


def begin_chronology(story: Story) -> None:
    story.move("begin_chronology", Coordinator)


def some_return(story: Story) -> None:
    _return(story, everything=False)


def all_return(story: Story) -> None:
    _return(story, everything=True)


def begin_panel(story: Story) -> None:
    story.move("begin_panel", PanelChair, Coordinator)


def overview(story: Story) -> None:
    complete_report(story, ReportKind.OVERVIEW)


def summary(story: Story) -> None:
    complete_report(story, ReportKind.SUMMARY)


def action_plan(story: Story) -> None:
    complete_report(story, ReportKind.ACTION_PLAN)


def put_to_board(story: Story) -> None:
    story.move("put_to_board", Coordinator)


def submit(story: Story) -> None:
    story.move("submit", Coordinator, on=story.day, channel=Channel.SECURE_MAIL)


def reconsider(story: Story) -> None:
    story.move("reconsider", Manager, reasons="Ofsted’s letter says what is to be redone.")


def close(story: Story) -> None:
    story.move("close", Manager)


def withdraw(story: Story) -> None:
    story.move("withdraw", Manager, reasons="The same incident was notified twice.")


def extend(story: Story) -> None:
    story.record(
        "extend",
        Manager,
        deadline=story.review.deadlines.get(kind="complete"),
        to=story.today + timedelta(days=21),
        reason="The criminal trial has to end first.",
        authority="The board",
        told="The Department for Education",
        agreed_on=story.day,
    )


def _appoint(story: Story, post: Post, role: type[Role]) -> None:
    user = story.cast.get(role)
    story.record(
        "appoint",
        Manager,
        post=post,
        name=user.full_name if user else f"{post.label} of the demo",
        job_title=JOB_TITLES[post],
        employer=EMPLOYERS[post],
        independence="Has never worked for an agency of the area.",
        on=story.day,
        user=user,
    )
    declare(story, story.review.appointments.open().get(post=post))


def _ask(
    story: Story, kind: CommissionKind, agencies: QuerySet[Agency], time_for: timedelta
) -> None:
    terms = {"kind": kind, "on": story.day, "due_on": story.day + time_for}
    story.record("ask_agencies", Coordinator, agencies=agencies, **terms)


def _return(story: Story, *, everything: bool) -> None:
    """Everything that is still asked for comes back, or every other piece of it."""
    outstanding = list(story.review.commissions.outstanding())
    for commission in outstanding if everything else outstanding[1::2]:
        author = None if commission.is_reported else story.cast.get(AgencyAuthor)
        writes = author and author.memberships.filter(agency=commission.agency).exists()
        story.record(
            "return_commission",
            AgencyAuthor if writes else Coordinator,
            commission=commission,
            on=story.day,
            answer="What the agency’s records say.",
        )


# Days after the notification, and what is done on that day.
STEPS: tuple[tuple[int, Step], ...] = (
    (1, screen),
    (2, ask_for_checks),
    (9, checks_return),
    (11, answer_criteria),
    (13, recommend),
    (20, decide),
    (28, appoint_chair),
    (29, appoint_member),
    (30, agree_terms),
    (32, appoint_author),
    (34, ask_for_contributions),
    (36, begin_chronology),
    (60, some_return),
    (75, all_return),
    (80, begin_panel),
    (82, file_contributions),
    (120, overview),
    (124, summary),
    (126, action_plan),
    (128, leave_family_out),
    (128, assess),
    (129, code_themes),
    (130, put_to_board),
    (140, sign),
    (145, submit),
    (230, record_evaluation),
    (260, publish),
    (270, close),
)
ENDINGS: dict[str, Step] = {
    "withdraw": withdraw,
    "extend": extend,
    "reconsider": reconsider,
    "send_back": send_back_and_put_again,
    "conflict": conflict,
    "publish": publish_after_the_trial,
    "redact": redact,
}


def tell(story: Story) -> None:
    """The case stands where its last step and its ending leave it."""
    start, last = story.day, story.case.until
    for days, step in STEPS if last != "open" else ():
        story.day = start + timedelta(days=days)
        step(story)
        if step.__name__ == last:
            break
    if story.case.ending:
        ENDINGS[story.case.ending](story)
