"""What somebody has ruled of single mentions goes before what was found; text stays as it is."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from chronology.masking.view import Span

LEFT = "left"  # the kind of a span that stays as it stands


@dataclass(frozen=True, slots=True)
class Ruled:
    """A ruling on characters `start` to `end` of a text: who is meant, and what stands there.

    Without a person the words stay as they stand.
    """

    start: int
    end: int
    person: str = ""
    replacement: str = ""


def ruled(text: str, found: Sequence[Span], rulings: Iterable[Ruled]) -> tuple[Span, ...]:
    """Return the spans as the rulings, in their order, have them.

    A ruling is about its own words. Where one of the spans reaches beyond them, it is about
    something else by now, and the span stands.
    """
    spans = list(found)
    for each in rulings:
        if holds(each, spans):
            spans = [span for span in spans if not _touches(each, span)]
            spans.append(_span(each, text))
    return tuple(sorted(spans, key=lambda span: span.start))


def holds(each: Ruled, spans: Iterable[Span]) -> bool:
    """Return whether all that was found at the words of a ruling lies within them."""
    return all(
        each.start <= span.start and span.end <= each.end for span in spans if _touches(each, span)
    )


def shown(text: str, spans: Iterable[Span]) -> tuple[str, list[tuple[int, int]]]:
    """Return the text with the spans replaced, and where in it the words left as they stand are."""
    pieces: list[str] = []
    left: list[tuple[int, int]] = []
    at = length = 0
    for span in spans:
        pieces += [text[at : span.start], span.replacement]
        length += span.start - at + len(span.replacement)
        at = span.end
        if span.kind == LEFT:
            left.append((length - len(span.replacement), length))
    return "".join([*pieces, text[at:]]), left


def _touches(each: Ruled, span: Span) -> bool:
    return span.start < each.end and each.start < span.end


def _span(each: Ruled, text: str) -> Span:
    if each.person:
        return Span(each.start, each.end, each.person, "name", each.replacement, "a ruling")
    return Span(each.start, each.end, "", LEFT, text[each.start : each.end], "a ruling")
