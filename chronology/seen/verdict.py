"""The verdict on an entry's words, and the words it rests on."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from chronology.seen import ages, contacts, likeness, missed, observed, told_by, voice
from chronology.seen.names import SIBLING, SUBJECT, Names
from chronology.seen.said import Evidence, evidence

NOBODY = Names()
TOLD_WITHIN = 2
"""What a child said is told early where it was said to the writer; later, it is hearsay."""


class Basis(StrEnum):
    """Why the child counts as seen or not: said outright, or the contact needs the child there.

    UNNAMED is neither: a child was there whom the words do not tell from brothers and sisters.
    """

    NOTHING = ""
    SAID = "narrative"
    IMPLIED = "implied"
    UNNAMED = "unnamed"


@dataclass(frozen=True, slots=True)
class Seen:
    """`verdict` True seen, False not seen, None the words do not say; `because` quotes them.

    `contact` says in plain words which contact that needs the child the entry is like, where the
    verdict rests on the whole entry and not on the words quoted alone.
    `alone` and `heard` likewise; `quote` is the child's own words with their introduction, and
    `missed` the words that say that an appointment or visit did not take place.
    """

    verdict: bool | None
    basis: Basis = Basis.NOTHING
    because: str = ""
    contact: str = ""
    alone: bool | None = None
    alone_because: str = ""
    heard: bool | None = None
    quote: str = ""
    missed: str = ""


def seen(
    text: str,
    *,
    names: Names = NOBODY,
    agency: str = "",
    age: tuple[int, int] | None = None,
    is_left_blank: bool = False,
) -> Seen:
    """What the text says of the child under review.

    `agency` is a kind from `chronology.kinds`; `age` is the child's age in whole months on that
    day, youngest and oldest possible. Either makes the verdict surer, neither is needed.
    With `is_left_blank` the agency has a "child seen" column and put nothing in it here: then only
    words that name the child imply that they were seen. So it is at a school or surgery, which
    knows the whole family, where other children are named; there "the child" is the one under
    review if it is what a sentence is about.
    """
    marked = _in_small_letters(names.mark(text))
    is_one_of_several = bool(names.siblings) or names.may_have_others
    needs_name = is_left_blank or (
        is_one_of_several
        and agency in contacts.WHOLE_FAMILY
        and not contacts.OF_THE_CHILD.search(marked)
    )
    found = _finding(marked, agency, age, needs_name)
    if is_left_blank and is_one_of_several and SUBJECT not in marked and found.is_seen:
        found = replace(found, is_seen=None, basis=Basis.UNNAMED)
    quoted, alone = _of_the_subject(voice.quote(marked), marked), voice.alone(marked)
    told = _of_the_subject(voice.told(marked), marked)
    is_heard = True if quoted or told else False if voice.unheard(marked) else None
    return Seen(
        verdict=found.is_seen,
        basis=found.basis,
        because=_words(text, found.where),
        contact=found.contact,
        alone=True if alone and found.is_seen else None,
        alone_because=_words(text, alone and alone.span()) if found.is_seen else "",
        heard=is_heard,
        quote=_words(text, quoted and quoted.span()),
        missed=_words(text, (gone := missed.missed(marked)) and gone.span()),
    )


def _in_small_letters(marked: str) -> str:
    """Letter for letter, so that places still hold: quicker than ignoring case in every pattern."""
    small = marked.lower()
    return small if len(small) == len(marked) else marked


@dataclass(frozen=True, slots=True)
class _Finding:
    """A verdict with the place of the words it rests on and, if they are known, the contact."""

    is_seen: bool | None = None
    basis: Basis = Basis.NOTHING
    where: tuple[int, int] | None = None
    contact: str = ""


def _finding(marked: str, agency: str, age: tuple[int, int] | None, needs_name: bool) -> _Finding:
    said = _strongest(_about_the_subject(evidence(marked), marked))
    if age and _is_another_child(marked, agency, age):
        return _Finding()
    if said and said.strength > 1:
        return _Finding(said.is_seen, Basis.SAID, (said.start, said.end))
    if said and agency in contacts.BROUGHT_TO and contacts.BROUGHT_WITH.match(marked):
        said = None
    about = _whom(marked)
    can_imply = about == SUBJECT or not (needs_name or about)
    implied = _implied(marked, agency, age) if about != SIBLING and not said else None
    if implied and not can_imply:
        return _Finding(None, Basis.UNNAMED, implied.span())
    if implied:
        return _Finding(True, Basis.IMPLIED, implied.span())
    if said:
        return _Finding(said.is_seen, Basis.SAID, (said.start, said.end))
    if gone := missed.missed(marked):
        return _Finding(False, Basis.IMPLIED, gone.span())
    alike = likeness.needs_the_child(marked, agency) if can_imply else None
    return _Finding(True, Basis.IMPLIED, alike.where, alike.kind) if alike else _Finding()


def _is_another_child(marked: str, agency: str, age: tuple[int, int]) -> bool:
    """Whether the age given, or the agency, is of a child who cannot be the one under review."""
    if SUBJECT in marked:
        return False
    return ages.contradicts(marked, age) or contacts.is_too_young(agency, age)


def _about_the_subject(found: list[Evidence], marked: str) -> list[Evidence]:
    """Words on "the child" are the sibling's where only a sibling is named.

    "Children present" says nothing of a child whom the same entry names as being elsewhere.
    """
    if SIBLING in marked and SUBJECT not in marked:
        return []
    named = {one for one in found if SUBJECT in marked[one.start : one.end]}
    if any(not one.is_seen for one in named):
        return [one for one in found if one in named or not one.is_seen]
    return found


def _strongest(found: list[Evidence]) -> Evidence | None:
    """The strongest; of equals the one against, for what is not certain is not seen."""
    return max(found, key=lambda one: (one.strength, not one.is_seen, -one.start), default=None)


def _implied(marked: str, agency: str, age: tuple[int, int] | None) -> re.Match[str] | None:
    if missed.missed(marked):
        return None
    about = _whom(marked)
    if about == SIBLING:
        return None
    for kind, found in contacts.kinds(marked, agency, age):
        if about == SUBJECT or kind.is_of_a_child or ages.is_of_a_child(marked):
            return found
    return (
        contacts.named(marked, agency) or _spoke(marked, agency) or observed.noticed(marked, agency)
    )


def _spoke(marked: str, agency: str) -> re.Match[str] | None:
    """What the child said to someone who was there to hear it, and wrote it down."""
    if agency not in contacts.FACE_TO_FACE or told_by.SECOND_HAND.search(marked[:120]):
        return None
    quoted, told = (_of_the_subject(one(marked), marked) for one in (voice.quote, voice.told))
    if quoted or not observed.is_in_person(marked, agency):
        return quoted
    is_aside = told and told.start() >= len(
        "".join(contacts.SENTENCE.findall(marked)[:TOLD_WITHIN])
    )
    return told if told and SUBJECT in told[0] and not is_aside else None


def _whom(marked: str) -> str:
    """The child who is named first, if any is."""
    first = re.search(f"[{SUBJECT}{SIBLING}]", marked)
    return first[0] if first else ""


def _of_the_subject(found: re.Match[str] | None, marked: str) -> re.Match[str] | None:
    """The words found, unless they are a sibling's or only a sibling is named at all."""
    if found is None or SIBLING in found[0]:
        return None
    return found if SUBJECT in found[0] or SIBLING not in marked else None


def _words(text: str, where: tuple[int, int] | None) -> str:
    return text[slice(*where)].strip(" ,.;:-") if where else ""
