"""The constraints of boards and of the case itself."""

from collections.abc import Callable
from datetime import timedelta

from boards.models import Agency, LocalAuthority
from reviews.models import (
    Child,
    Deadline,
    DraftPage,
    Evaluation,
    Event,
    IncidentDraft,
    InvolvedProfessional,
    Pause,
    Report,
    Review,
)
from tests.factories import AT, a_review
from tests.reviews.refused.contributions import question
from tests.reviews.scene import AFTER, BEFORE, DAY, Scene


def of_two_things(scene: Scene) -> None:
    asked = question(scene)
    scene.change_deadline(question=asked, commission=asked.commission)


ROWS: dict[str, Callable[[Scene], object]] = {
    "authority_in_one_board_at_a_time": lambda s: s.twice(
        LocalAuthority, name="Kent", board=s.board
    ),
    "authority_until_not_before_since": lambda s: LocalAuthority.objects.create(
        name="Kent", board=s.board, since_on=DAY, until_on=BEFORE
    ),
    "agency_name_once_a_board": lambda s: s.twice(Agency, board=s.board, name="x", kind="gp"),
    "one_open_membership_a_role": lambda s: [s.seat(board=s.board, role="chair") for _ in "ab"],
    "one_open_membership_an_agency": lambda s: [
        s.seat(board=s.board, role="agency_author", agency=s.agency) for _ in "ab"
    ],
    "membership_until_not_before_since": lambda s: s.seat(
        board=s.board, role="chair", until_on=BEFORE
    ),
    "agency_for_agency_authors_alone": lambda s: s.seat(
        board=s.board, role="chair", agency=s.agency
    ),
    "evaluators_alone_work_across_boards": lambda s: s.seat(board=None, role="chair"),
    "professional_has_agency": lambda s: InvolvedProfessional.objects.create(
        incident=s.review.incident, name="Dr A"
    ),
    "child_position_once": lambda s: s.twice(Child, incident=s.review.incident, position=7),
    "one_current_date_an_event_and_round": lambda s: s.twice(
        Event, review=s.review, name="happened", on="2010", at=AT
    ),
    "event_replaced_after_recorded": lambda s: Event.objects.create(
        review=s.review, name="learned", on="2010", at=AT, replaced_at=AT - timedelta(days=1)
    ),
    "one_finding_a_criterion": lambda s: [s.find() for _ in "ab"],
    "finding_has_evidence": lambda s: s.find(evidence=""),
    "one_open_recommendation_a_round": lambda s: [s.recommend() for _ in "ab"],
    "recommendation_has_reasons": lambda s: s.recommend(reasons=""),
    "one_decision_a_round": lambda s: [s.decide() for _ in "ab"],
    "decision_has_reasons": lambda s: s.decide(reasons=""),
    "looked_at_again_after_decision": lambda s: s.decide(review_again_on=DAY),
    "one_commission_an_agency": lambda s: [s.ask() for _ in "ab"],
    "commission_due_after_asked": lambda s: s.ask(due_on=BEFORE),
    "commission_returned_after_asked": lambda s: s.ask(returned_on=BEFORE),
    "commission_returned_or_waived": lambda s: s.ask(
        returned_on=DAY, waived_on=DAY, waived_because="x"
    ),
    "waived_with_a_reason": lambda s: s.ask(waived_on=DAY),
    "due_again_after_sent_back": lambda s: s.ask(sent_back_on=DAY + timedelta(days=3650)),
    "one_report_version": lambda s: s.twice(
        Report, **s.of, kind="overview", version=1, completed_on=DAY
    ),
    "one_evaluation_a_number": lambda s: s.twice(Evaluation, **s.of, number=1),
    "evaluated_with_a_grade": lambda s: Evaluation.objects.create(
        **s.of, number=1, evaluated_on=DAY
    ),
    "evaluated_after_submitted": lambda s: Evaluation.objects.create(
        **s.of, number=1, submitted_on=DAY, evaluated_on=BEFORE, grade="good"
    ),
    "held_and_withheld_have_reasons": lambda s: s.publish(state="held"),
    "withheld_has_authority": lambda s: s.publish(state="withheld", reason="x"),
    "one_open_pause_a_review": lambda s: s.twice(Pause, **s.of, since_on=DAY, reason="x"),
    "pause_ends_after_start": lambda s: Pause.objects.create(
        **s.of, since_on=DAY, until_on=BEFORE, reason="x"
    ),
    "one_number_a_board_and_year": lambda s: Review.objects.filter(pk=a_review(s.board).pk).update(
        number=s.review.number
    ),
    "state_is_known": lambda s: s.change(state="lost"),
    "pinned_with_a_reason": lambda s: s.change(pinned_guidance="wt2010"),
    "one_deadline_a_kind_and_round": lambda s: Deadline.objects.create(
        review=s.review,
        round=1,
        kind="decide",
        trigger_on=DAY,
        original_due_on=DAY,
        computed_on=DAY,
        due_on=DAY,
        act_by=DAY,
    ),
    "deadline_is_of_one_thing": of_two_things,
    "open_deadline_is_neither_met_nor_ended": lambda s: s.change_deadline(met_on=DAY),
    "act_by_not_after_due": lambda s: s.change_deadline(due_on=DAY, act_by=AFTER),
    "extension_moves_forward": lambda s: s.extend(to_due_on=DAY),
    "submitted_by_somebody_into_a_review": lambda s: IncidentDraft.objects.filter(
        pk=s.draft().pk
    ).update(submitted_at=AT),
    "draft_page_once": lambda s: s.twice(
        DraftPage, draft=s.draft(), group="dates", version=1, saved_by=s.user, saved_at=AT
    ),
    "extension_has_reason": lambda s: s.extend(reason=""),
}
