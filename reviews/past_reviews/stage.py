"""How far a past review came: the furthest state that its row gives evidence for."""

from reviews.past_reviews.facts import NONE, OTHER, SCR, Facts
from reviews.states import State


def furthest(facts: Facts) -> tuple[State, str]:
    """Return the state and the sentence that says which fact shows it."""
    against = {NONE: State.NO_REVIEW, OTHER: State.OTHER_REVIEW}
    if facts.decision in against:
        return against[facts.decision], f"The decision was “{facts.decision}”."
    dates = facts.dates
    evidence = (
        ("published" in dates, State.CLOSED, "The report was published."),
        (
            "reevaluated" in dates or facts.regrade,
            State.EVALUATED,
            "Ofsted evaluated it a second time.",
        ),
        ("resubmitted" in dates, State.SUBMITTED, "It was submitted to Ofsted again."),
        ("evaluated" in dates or facts.grade, State.EVALUATED, "Ofsted evaluated it."),
        ("submitted" in dates, State.SUBMITTED, "It was submitted to Ofsted."),
        (
            "overview_completed" in dates,
            State.PANEL,
            "The overview report was completed; that the board had it is not said.",
        ),
        (
            facts.decision == SCR or "panel_chair_appointed" in dates,
            State.SCOPING,
            "A serious case review was initiated; nothing later is said.",
        ),
    )
    found = ((state, because) for is_shown, state, because in evidence if is_shown)
    return next(found, (State.REFERRED, "No decision or later fact is given."))
