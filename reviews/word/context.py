"""The fields of a real case, as text."""

from datetime import date
from typing import Any

from boards.govuk.words import on_paper
from boards.models import Agency, Membership
from boards.roles import Chair
from reviews.models import Appointment, Child, Decision, Outcome, Post, ReportDraft, Review
from reviews.report_headings import ACTION


def fields_of(review: Review, *, on: date, agency: Agency | None = None) -> dict[str, Any]:
    """Return every field that the case fills; nobody of the family is named in any."""
    return {
        "reference": review.reference,
        "board": review.board.name,
        "coordinator": review.owner.full_name if review.owner else "",
        "today": on_paper(on),
        "child": _children(review),
        "harm": review.incident.get_harm_display(),
        "guidance": review.guidance().name,
        **_people(review),
        **_days(review),
        **_decision(review),
        **_terms(review),
        **_agencies(review, agency),
        "criteria": _criteria(review),
    }


def fields_of_draft(draft: ReportDraft) -> dict[str, Any]:
    """Return the fields of a report beside those of its case."""
    written = draft.written()
    return {
        "title": draft.get_kind_display(),
        "draft": str(draft.number),
        "issued_on": on_paper(draft.at),
        "sections": [
            {
                "title": heading.title,
                "paragraphs": [each for each in version.words.splitlines() if each.strip()],
            }
            for heading, version in written
            if not heading.slug.startswith(ACTION)
        ],
        "actions": [
            version.said for heading, version in written if heading.slug.startswith(ACTION)
        ],
    }


def _children(review: Review) -> str:
    count = review.incident.children.count()
    if count < 2:
        return "Child A" if count else ""
    return f"Children A to {Child(position=count).label.removeprefix('Child ')}"


def _people(review: Review) -> dict[str, Any]:
    appointed = list(review.appointments.open())
    seats = Membership.objects.open().in_roles(Chair).filter(board=review.board_id)
    chair = seats.select_related("user").order_by("since_on").last()
    return {
        "board_chair": chair.user.full_name if chair else "",
        "panel_chair": _holder(appointed, Post.PANEL_CHAIR),
        "overview_author": _holder(appointed, Post.OVERVIEW_AUTHOR),
        "panel": [
            {"job_title": each.job_title, "employer": each.employer}
            for each in appointed
            if each.post == Post.PANEL_MEMBER
        ],
    }


def _holder(appointed: list[Appointment], post: Post) -> str:
    return next((each.name for each in appointed if each.post == post), "")


def _days(review: Review) -> dict[str, str]:
    dates = review.dates()
    names = ("happened", "notified", "referred", "decided")
    due = review.deadlines.statutory().filter(kind="complete").order_by("round").last()
    return {f"{name}_on": dates[name].spoken if name in dates else "" for name in names} | {
        "complete_by": on_paper(due.due_on) if due else ""
    }


def _decision(review: Review) -> dict[str, str]:
    advice = review.recommendations.filter(withdrawn_at=None).order_by("round").last()
    decision: Decision | None = review.decisions.order_by("round").last()
    return {
        "decision": Outcome(decision.outcome).label if decision else "",
        "recommendation": Outcome(advice.outcome).label if advice else "",
        "recommendation_reasons": advice.reasons if advice else "",
    }


def _terms(review: Review) -> dict[str, Any]:
    terms = review.terms.agreed().last()
    if terms is None:
        return {"period_from": "", "period_to": "", "key_questions": []}
    return {
        "period_from": on_paper(terms.from_on),
        "period_to": on_paper(terms.to_on),
        "key_questions": terms.key_questions,
    }


def _agencies(review: Review, agency: Agency | None) -> dict[str, Any]:
    asked = list(review.commissions.contributions().select_related("agency"))
    its_own = next((each for each in asked if each.agency == agency), None)
    return {
        "agency": agency.name if agency else "",
        "agency_due_on": on_paper(its_own.due_on) if its_own else "",
        "agencies": [
            {
                "name": each.agency.name,
                "asked_for": each.get_kind_display(),
                "due_on": on_paper(each.due_on),
            }
            for each in asked
        ],
    }


def _criteria(review: Review) -> list[dict[str, str]]:
    guidance = review.guidance()
    texts = {criterion.code: criterion.text for criterion in guidance.criteria}
    found = review.findings.filter(round=review.round, guidance=guidance.slug)
    return [
        {
            "text": texts.get(finding.criterion, finding.criterion),
            "answer": finding.get_answer_display(),
            "evidence": finding.evidence,
        }
        for finding in found
    ]
