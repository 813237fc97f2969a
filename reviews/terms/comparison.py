"""What one version of the terms says otherwise than another, in words."""

from collections.abc import Iterator
from dataclasses import dataclass

from reviews.models.terms import Content, Part, TermsOfReference
from reviews.terms.sheet import Said, names_of, spoken

ADDED, REMOVED, CHANGED, MOVED = "Added", "Removed", "Changed", "Moved"


@dataclass(frozen=True)
class Difference:
    """One thing that differs. `before` is "" for what was added, `after` for what was removed."""

    kind: str
    label: str
    before: str
    after: str


@dataclass(frozen=True)
class PartDifference:
    """Everything that differs in one part."""

    label: str
    differences: list[Difference]


def compare(earlier: TermsOfReference, later: TermsOfReference) -> list[PartDifference]:
    """Return the parts in which the versions differ, in the order of the page."""
    names = names_of(earlier, later)
    found = []
    for part in Part:
        before, after = earlier.content(part), later.content(part)
        differing = (
            _of_questions(before, after)
            if part is Part.QUESTIONS
            else differences(spoken(part, before, names), spoken(part, after, names))
        )
        found.append(PartDifference(part.label, list(differing)))
    return [each for each in found if each.differences]


def differences(before: Said, after: Said) -> Iterator[Difference]:
    """Yield what the second says otherwise than the first, label by label."""
    old, new = dict(before), dict(after)
    for label in dict.fromkeys([*new, *old]):
        was, now = old.get(label, ""), new.get(label, "")
        if was != now:
            yield Difference(_kind(was, now), label, was, now)


def _of_questions(before: Content, after: Content) -> Iterator[Difference]:
    """Yield by their words: a question is the same wherever it stands in the order."""
    old = {each["text"]: each["number"] for each in before["questions"]}
    new = {each["text"]: each["number"] for each in after["questions"]}
    in_both = [text for text in new if text in old]
    order = sorted(in_both, key=lambda text: old[text])
    for text, number in new.items():
        if text not in old:
            yield Difference(ADDED, f"Question {number}", "", text)
        elif in_both.index(text) != order.index(text):
            yield Difference(MOVED, f"Question {old[text]}, now {number}", "", text)
    for text, number in old.items():
        if text not in new:
            yield Difference(REMOVED, f"Question {number}", text, "")


def _kind(was: str, now: str) -> str:
    if was and now:
        return CHANGED
    return ADDED if now else REMOVED
