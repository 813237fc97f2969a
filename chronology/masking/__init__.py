"""Named or anonymised is a view: stored text is never edited."""

from chronology.masking.cast import Cast, Identifier
from chronology.masking.leaks import Leak, scan
from chronology.masking.mentions import Doubt, Mention, answering, as_compared, mentions
from chronology.masking.passage import Context
from chronology.masking.ruled import LEFT, Ruled, holds, ruled, shown
from chronology.masking.suggest import Suggestion, suggest_people
from chronology.masking.view import Masked, Span, mask

__all__ = [
    "LEFT", "Cast", "Context", "Doubt", "Identifier", "Leak", "Masked", "Mention", "Ruled", "Span",
    "Suggestion", "answering", "as_compared", "holds", "mask", "mentions", "ruled", "scan", "shown",
    "suggest_people",
]  # fmt: skip
