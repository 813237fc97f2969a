"""Named or anonymised is a view: stored text is never edited."""

from chronology.masking.cast import Cast, Identifier
from chronology.masking.leaks import Leak, scan
from chronology.masking.passage import Context
from chronology.masking.suggest import Suggestion, suggest_people
from chronology.masking.view import Masked, Span, mask

__all__ = [
    "Cast", "Context", "Identifier", "Leak", "Masked", "Span", "Suggestion", "mask", "scan",
    "suggest_people",
]  # fmt: skip
