"""Who may do what. When it may be done is in conditions.py."""

from reviews.permissions.acts import ACTS
from reviews.permissions.asking import (
    holds,
    may,
    may_keep_holidays,
    may_read,
    may_read_holidays,
    refusal,
    refusal_of_agency,
    require,
    require_holiday_keeper,
    require_of_agency,
    require_reader,
)
from reviews.permissions.groups import ASKERS, KEEPERS, LEAD, PANEL, SPEAKERS, STAFF, Roles
from reviews.permissions.involvement import ALLOWED, DECISIONS, Involvement
from reviews.permissions.moves import MOVES
from reviews.permissions.reads import READS

__all__ = [
    "ACTS",
    "ALLOWED",
    "ASKERS",
    "DECISIONS",
    "KEEPERS",
    "LEAD",
    "MOVES",
    "PANEL",
    "READS",
    "SPEAKERS",
    "STAFF",
    "Involvement",
    "Roles",
    "holds",
    "may",
    "may_keep_holidays",
    "may_read",
    "may_read_holidays",
    "refusal",
    "refusal_of_agency",
    "require",
    "require_holiday_keeper",
    "require_of_agency",
    "require_reader",
]
