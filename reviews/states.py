"""The states of a review and what is true in each."""

from django.db import models


class State(models.TextChoices):
    REFERRED = "referred", "Referred"
    SCREENING = "screening", "Screening"
    RECOMMENDED = "recommended", "With the Chair"
    NO_REVIEW = "no_review", "No review"
    OTHER_REVIEW = "other_review", "Other learning review"
    SCOPING = "scoping", "Scoping"
    CHRONOLOGY = "chronology", "Chronology and IMRs"
    PANEL = "panel", "Panel"
    RATIFICATION = "ratification", "With the board"
    RATIFIED = "ratified", "Ratified"
    SUBMITTED = "submitted", "With Ofsted"
    EVALUATED = "evaluated", "Evaluated"
    RECONSIDERATION = "reconsideration", "Being reconsidered"
    CLOSED = "closed", "Closed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    TRANSFERRED = "transferred", "Transferred"
    RESCINDED = "rescinded", "Rescinded"


MEANINGS: dict[State, str] = {
    State.REFERRED: "An incident has been notified to the board.",
    State.SCREENING: "The sub-committee is gathering agency checks against the criteria.",
    State.RECOMMENDED: "The sub-committee's advice and reasons are with the Chair.",
    State.NO_REVIEW: "The Chair decided against a review, with reasons; new information may "
    "reopen it, with a new trigger date.",
    State.OTHER_REVIEW: "The Chair decided on another learning review instead, with reasons; new "
    "information may reopen it, with a new trigger date.",
    State.SCOPING: "A Serious Case Review is initiated; its terms of reference, independent panel "
    "chair and overview author are being settled.",
    State.CHRONOLOGY: "Agencies are commissioned and are returning chronologies and IMRs.",
    State.PANEL: "The panel analyses; the overview report, summary and action plan are drafted.",
    State.RATIFICATION: "The board has the final set.",
    State.RATIFIED: "The board has agreed it.",
    State.SUBMITTED: "It is with Ofsted, where the guidance has an evaluation.",
    State.EVALUATED: "Ofsted's letter and grade are recorded; earlier grades are kept.",
    State.RECONSIDERATION: "It was judged inadequate and is being redone.",
    State.CLOSED: "Evaluation and publication are settled and the action plan is handed to "
    "monitoring.",
    State.WITHDRAWN: "Ended: a duplicate or an error, with the reason.",
    State.TRANSFERRED: "Ended here: another board leads.",
    State.RESCINDED: "Ended: the Chair rescinded it, with the reason.",
}

# The sub-committee sees a case until the Chair has decided for a Serious Case Review.
BEFORE_DECISION = (State.REFERRED, State.SCREENING, State.RECOMMENDED)
DECIDED_AGAINST = (State.NO_REVIEW, State.OTHER_REVIEW)
UNDER_WAY = (State.SCOPING, State.CHRONOLOGY, State.PANEL, State.RATIFICATION)
AFTER_AGREEMENT = (State.RATIFIED, State.SUBMITTED, State.EVALUATED, State.RECONSIDERATION)
WITHOUT_CLOCK = (
    *DECIDED_AGAINST,
    State.CLOSED,
    State.WITHDRAWN,
    State.TRANSFERRED,
    State.RESCINDED,
)
# The fixed road that the progress tracker shows.
ROAD = (
    State.REFERRED,
    State.SCREENING,
    State.RECOMMENDED,
    State.SCOPING,
    State.CHRONOLOGY,
    State.PANEL,
    State.RATIFICATION,
    State.RATIFIED,
    State.SUBMITTED,
    State.EVALUATED,
    State.CLOSED,
)
# The colour of a state's tag; a state under way is green, any other grey.
COLOURS: dict[str, str] = {
    State.REFERRED: "blue",
    State.SCREENING: "blue",
    State.RECOMMENDED: "yellow",
    State.RATIFICATION: "yellow",
    State.SUBMITTED: "purple",
    State.RECONSIDERATION: "orange",
    State.CLOSED: "grey",
}
