"""Which entries of different agencies report the same event."""

from .account import Account, Candidate, Cast, Difference, Named
from .matching import DEFAULT_THRESHOLD, propose

__all__ = [
    "DEFAULT_THRESHOLD",
    "Account",
    "Candidate",
    "Cast",
    "Difference",
    "Named",
    "propose",
]
