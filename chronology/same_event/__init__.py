"""Which entries of different agencies report the same event."""

from .account import Account, Candidate, Cast, Difference, Named
from .matching import propose

__all__ = [
    "Account",
    "Candidate",
    "Cast",
    "Difference",
    "Named",
    "propose",
]
