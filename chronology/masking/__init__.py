"""Named or anonymised is a view: stored text is never edited."""

from chronology.masking.cast import Cast, Identifier
from chronology.masking.mask import Masked, Span, mask
from chronology.masking.passage import Context

__all__ = ["Cast", "Context", "Identifier", "Masked", "Span", "mask"]
