"""The events of a case that start or stop a statutory clock, in the words that explain a date."""

from collections.abc import Mapping
from types import MappingProxyType

TRIGGERS: Mapping[str, str] = MappingProxyType(
    {
        "learned": "the local authority learned of the incident",
        "notified": "the incident was notified",
        "referred": "the case came to the Chair",
        "decided": "the decision to hold a review was made",
        "decided_no_review": "the decision not to hold a review was made",
        "publishing": "the report is to be published",
    }
)
"""Events from which a deadline is counted: code to clause."""

EVENTS: Mapping[str, str] = MappingProxyType(
    {
        **TRIGGERS,
        "rapid_review_sent": "the rapid review was sent",
        "ratified": "the board agreed the final report",
        "submitted": "the review was submitted for evaluation",
        "national_panel_told": "the National Panel was told",
        "shared_before_publication": "copies were sent before publication",
        "published": "the report was published",
    }
)
"""Every event that the guidance names, the triggers first: code to clause."""


class UnknownEvent(LookupError):
    """No guidance names this event. Its text is a sentence that lists those that may be used."""

    def __init__(self, event: str, known: Mapping[str, str] = EVENTS) -> None:
        super().__init__(
            f"“{event[:40]}” is not an event of a review. Use one of: {', '.join(known)}."
        )
