"""The anonymised view of a text, and why each piece of it was masked. The text itself stays."""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from chronology.masking.cast import Cast
from chronology.masking.judging import is_name
from chronology.masking.lexicon import Lexicon
from chronology.masking.numbers import Found, numbers_in
from chronology.masking.passage import Context, Passage
from chronology.masking.places import places_in
from chronology.masking.resolving import NOBODY, label_of, whose
from chronology.masking.runs import POLICE, Run, runs_in, with_slip
from chronology.masking.shortened import shortened_in
from chronology.masking.vocabulary import COURTESIES

PLACE_BEFORE = frozenset(["in", "near", "to", "at", "from", "outside", "towards", "via"])
NOWHERE = Context()


@dataclass(frozen=True, slots=True)
class Span:
    """Characters `start` to `end` of the stored text, what stands for them and why."""

    start: int
    end: int
    person: str
    kind: str
    replacement: str
    reason: str


@dataclass(frozen=True, slots=True)
class Masked:
    """A text as outsiders read it, with the spans of the stored text that were replaced."""

    text: str
    spans: tuple[Span, ...]


def mask(text: str, cast: Cast, *, context: Context = NOWHERE) -> Masked:
    """Return the text with everybody and every place and number replaced.

    Who is in the cast gets the label that stands for them; anybody else gets `[name]`, and a number
    in no cast what kind of number it is. Masking what is masked already changes nothing.
    """
    if not text:
        return Masked(text, ())
    passage = Passage.of(text, Lexicon.of(cast), context)
    spans = _spans(passage, cast)
    return Masked(_replaced(text, spans), tuple(spans))


def _spans(passage: Passage, cast: Cast) -> list[Span]:
    fixed = [("number", each) for each in numbers_in(passage.text, cast)]
    fixed += [("place", each) for each in places_in(passage, cast)]
    fixed += [("name", each) for each in shortened_in(passage.text, cast)]
    spans = _widest([_span(kind, each) for kind, each in fixed])
    taken = _covered(passage, spans)
    seen: set[int] = set()
    for run in runs_in(passage, taken):
        reason = is_name(passage, run, cast)
        named = run if reason else _without_first(passage, run)
        reason = reason or (is_name(passage, named, cast) if named else "")
        if named and reason:
            spans.append(_named(passage, with_slip(passage, named, taken), cast, seen, reason))
    return sorted(spans, key=lambda span: span.start)


def _without_first(passage: Passage, run: Run) -> Run | None:
    """Return the rest of a run that is no name, where a name of the cast begins it: `PHCR Long`."""
    names = run.names[1:]
    if not names or not passage.words[names[0]].people:
        return None
    return Run(names[0], run.stop, "", "", names)


def _span(kind: str, found: Found) -> Span:
    start, end, person, replacement, reason = found
    return Span(start, end, person, kind, replacement, reason)


def _widest(spans: list[Span]) -> list[Span]:
    """Return spans that do not overlap: the cast's own before others, then the longest."""
    kept: list[Span] = []
    for span in sorted(spans, key=lambda each: (-_weight(each), each.start)):
        if not any(span.start < each.end and span.end > each.start for each in kept):
            kept.append(span)
    return kept


def _weight(span: Span) -> int:
    """Return how much a span is to be believed: its length, and more when it is of the cast."""
    listed = span.person or not span.replacement.startswith("[")
    return span.end - span.start + (12 if listed and span.end - span.start > 10 else 0)


def _covered(passage: Passage, spans: list[Span]) -> set[int]:
    """Return the words that are masked already."""
    covered: set[int] = set()
    for span in spans:
        first = bisect_right(passage.ends, span.start)
        covered.update(range(first, bisect_left(passage.starts, span.end)))
    return covered


def _named(passage: Passage, run: Run, cast: Cast, seen: set[int], reason: str) -> Span:
    people = whose(passage, run, cast, seen)
    if len(people) == 1:
        seen.add(people[0].order)
    first = run.start if people or run.title in COURTESIES else _first_of(run)
    start, end = passage.starts[first], passage.ends[run.stop - 1]
    if people:
        person = people[0].id if len(people) == 1 else ""
        return Span(start, end, person, "name", label_of(people), reason)
    return Span(start, end, "", "name", _unlisted_label(passage, run), reason)


def _first_of(run: Run) -> int:
    """Return the first word to hide: the rank before a stranger's name may stay."""
    if run.collar:
        return run.start + 1
    return run.names[0] if run.names else run.start


def _unlisted_label(passage: Passage, run: Run) -> str:
    if run.collar and run.title in POLICE:
        return "[number]" if not run.names else NOBODY
    word = passage.words[run.names[0]]
    alone = len(run.names) == 1 and not run.title and not word.is_listed
    return "[place]" if alone and passage.before(run.names[0]) in PLACE_BEFORE else NOBODY


def _replaced(text: str, spans: list[Span]) -> str:
    pieces, at = [], 0
    for span in spans:
        pieces += [text[at : span.start], span.replacement]
        at = span.end
    return "".join([*pieces, text[at:]])
