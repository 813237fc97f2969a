"""Looks for what may still point at somebody in texts that are about to leave.

It shares no decision with `mask`: it takes the finished words apart by itself, so that a mistake
made there is seen here.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import OSA

from chronology.masking.cast import Cast
from chronology.masking.leak_shapes import (
    LONE,
    PLACE_ENDS,
    SMALL,
    SPACED,
    TITLED,
    TURNED,
    ends_place,
    has_title,
    is_titled_letter,
    names_on_line,
    numbers_in,
    signers_in,
)  # fmt: skip
from chronology.masking.signs import (
    is_family,
    is_met,
    is_related,
    is_small_subject,
    names_somebody,
    stand_for_somebody,
    stands_in_a_list,
)
from chronology.masking.traces import Traces, fold_letters, is_plain_english
from chronology.masking.vocabulary import (
    NOBODY_IN_PARTICULAR,
    WEEKDAYS_MONTHS,
    is_acronym,
    is_english,
    is_first_name,
    is_proper_noun,
    is_surname,
    sound_of,
)

CERTAIN, LIKELY, POSSIBLE = "certain", "likely", "possible"
LETTERS = re.compile(r"[^\W\d_]+")
BESIDE = re.compile(r"(?:,?\s|\s(?:and|&)\s)(?P<word>[A-Z][^\W\d_]+)")
BEFORE = re.compile(r"(?P<word>[A-Z][^\W\d_]+)(?:,?\s|\s(?:and|&)\s)$")
INITIALS = re.compile(r"(?<!\w)(?:[A-Z]\.\s?){1,2}[A-Z]\b\.?")
NOBODYS = re.compile("|".join(NOBODY_IN_PARTICULAR), re.IGNORECASE)
LABEL = re.compile(r"\[[^\]\n]{1,40}\]")
A_DIGIT = re.compile(r"\d")
ABBREVIATED = 4  # letters in capitals that are more often an abbreviation than a misspelling
OVERLAP = 60  # letters of the cell before that are read together with a cell
OFFICER = re.compile(r"\b[A-Z]{2,4}\s{1,2}\d{2,5}\b")


@dataclass(frozen=True, slots=True)
class Leak:
    """What was left, where, what kind of thing it is, why it was noticed and how sure that is."""

    where: str
    surface: str
    kind: str
    why: str
    severity: str


def scan(texts: Iterable[tuple[str, str]], cast: Cast) -> list[Leak]:
    """Return every leak in the finished texts, in their order.

    `texts` are pairs of where a text stands and the text; what is split over two that follow each
    other is found too. A word that is English and a name as well is a leak only where a sign tells
    that it is somebody (`signs`), so that a text masked rightly has none.
    """
    traces = Traces.of(cast)
    leaks: dict[tuple[str, str, str], Leak] = {}
    before = ""
    for where, text in texts:
        bare = blank_labels(text, traces)
        for leak in _in_one(where, bare, traces):
            leaks.setdefault((leak.where, leak.surface, leak.kind), leak)
        for leak in _across(where, before, bare, traces):
            leaks.setdefault((leak.where, leak.surface, leak.kind), leak)
        before = bare[-OVERLAP:]
    return list(leaks.values())


def blank_labels(text: str, traces: Traces) -> str:
    """Return the text with what stands for somebody taken out, everything else in its place."""
    text = LABEL.sub(lambda m: "\x00" * len(m.group()), text)
    text = NOBODYS.sub(lambda m: "\x00" * len(m.group()), text)
    return traces.labels.sub(lambda m: "\x00" * len(m.group()), text)


def _in_one(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    yield from _words(where, text, traces)
    yield from _initials(where, text, traces)
    yield from _numbers(where, text, traces)
    yield from _titled(where, text, traces)
    yield from _turned(where, text, traces)
    for start, end, why in signers_in(text):
        yield Leak(where, text[start:end], "name", why, LIKELY)
    for name in names_on_line(text):
        yield Leak(where, name, "name on line", "written like a name on line", LIKELY)
    for match in traces.initialled.finditer(text):
        yield Leak(where, match.group(), "name", "an initial and a surname of the cast", CERTAIN)
    for start, end, key in traces.split_names(text):
        yield Leak(where, text[start:end], "name", f"letters of {key} apart", CERTAIN)


def _across(where: str, before: str, text: str, traces: Traces) -> Iterator[Leak]:
    """Yield what begins in one text and ends in the next."""
    seam = len(before)
    joined = f"{before}\n{text[:OVERLAP]}"
    for start, end, key in traces.split_names(joined):
        if start < seam < end:
            yield Leak(where, joined[start:end], "name", f"{key} split over two cells", CERTAIN)
    for start, end, kind in traces.split_numbers(joined):
        if start < seam < end:
            yield Leak(where, joined[start:end], kind, "a number split over two cells", CERTAIN)


def _words(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    for match in LETTERS.finditer(text):
        written = match.group()
        if len(written) < 3 and not written[0].isupper() and written not in traces.short:
            continue
        found = traces.verdicts.get(written)
        if found is None:
            found = traces.verdicts[written] = _verdict(written, traces)
        kind, why, severity = found
        if severity and _tells(kind, severity, text, match, traces):
            yield Leak(where, written, kind, why, severity)


def _tells(kind: str, severity: str, text: str, match: re.Match, traces: Traces) -> bool:
    """Return whether the word tells of somebody where it stands."""
    key = fold_letters(match.group())
    if kind == "letter":
        return is_titled_letter(text, match.start(), match.end())
    if kind == "small":
        where = text, match.start(), match.end()
        return (
            has_title(*where[:2])
            or stands_in_a_list(*where)
            or is_met(*where)
            or is_small_subject(*where)
        )
    if kind in SIGNS:
        return SIGNS[kind](text, match.start(), match.end())
    if kind == "place":
        return ends_place(text, match.start(), match.end())
    if kind == "initials":
        acronym = severity == POSSIBLE
        return stand_for_somebody(text, match.start(), match.end(), key, is_acronym=acronym)
    if severity == POSSIBLE:
        first = key in traces.firsts
        named = names_somebody(text, match.start(), match.end(), key, is_first=first)
        placed = match.group() in PLACE_ENDS and ends_place(text, match.start(), match.end())
        return named or placed or _is_beside_another(text, match, traces)
    return True


SIGNS = {
    "family": is_family,
    "relative": lambda text, start, _: is_related(text, start),
    "surname": lambda text, start, _: has_title(text, start),
}


def _is_beside_another(text: str, match: re.Match, traces: Traces) -> bool:
    """Return whether another name of the cast stands beside: `King, Chase`."""
    pair = BESIDE.match(text, match.end())
    before = BEFORE.search(text[max(0, match.start() - 30) : match.start()])
    beside = [fold_letters(each["word"]) for each in (pair, before) if each]
    return any(each in traces.names and each not in WEEKDAYS_MONTHS for each in beside)


def _verdict(written: str, traces: Traces) -> tuple[str, str, str]:
    """Return kind, reason and severity of a word; no severity when it gives nobody away."""
    key = fold_letters(written)
    if len(written) == 1:
        return "letter", "a title before a letter", LIKELY
    if key in traces.initials and written.isupper():
        return "initials", "initials of the cast", POSSIBLE if is_acronym(key) else LIKELY
    capital = written[:1].isupper()
    if written in PLACE_ENDS and key not in traces.names:
        return "place", "written like a place", LIKELY
    listed = capital and (is_first_name(key) or is_surname(key))
    if is_plain_english(key) or (is_english(key) and not listed):
        return _english(key, capital, traces)
    if key in traces.names:
        return "name", "a name of the cast", CERTAIN
    if key.endswith("s") and key[:-1] in traces.names:
        return "name", "a name of the cast in the possessive", CERTAIN
    abbreviated = written.isupper() and len(key) == ABBREVIATED and not is_first_name(key)
    if is_acronym(key) or is_proper_noun(key) or _is_camel(written) or abbreviated:
        return "", "", ""
    return _unlisted(key, capital, traces)


def _english(key: str, capital: bool, traces: Traces) -> tuple[str, str, str]:
    """Return what a word of English may be besides: whoever it names has to be told by a sign."""
    if key in traces.names:
        kind = "name" if capital else "small" if key in traces.firsts else "surname"
        return kind, "a word that is also a name", POSSIBLE
    if capital and key in traces.families:
        return "family", "several of a surname of the cast", POSSIBLE
    return "", "", ""


def _unlisted(key: str, capital: bool, traces: Traces) -> tuple[str, str, str]:
    close = (
        _nearest(key, traces.spelt if capital else traces.long) if capital or len(key) > 5 else ""
    )
    if not close and capital and len(key) > 3 and not is_english(key):
        close = traces.sounds.get(sound_of(key), "")
    if close:
        return "name", f"nearly {close}", LIKELY
    if capital and (is_first_name(key) or is_surname(key)):
        return "name", "a name in no cast", LIKELY
    if capital and len(key) > 2 and not is_english(key):
        return "relative", "what somebody's relative is called", POSSIBLE
    return "", "", ""


def _nearest(key: str, names: list[str]) -> str:
    limit = 2 if len(key) > 6 else 1
    if len(key) == 3:  # only with its vowel changed: `Mey`, and nobody whom a list has
        near = [name for name in names if len(name) == 3 and name[::2] == key[::2]]
        known = is_first_name(key) or is_surname(key) or is_english(key)
        return near[0] if near and not known else ""
    hit = process.extractOne(key, names, scorer=OSA.distance, score_cutoff=limit)
    return hit[0] if hit and len(key) > 3 and hit[0][0] == key[0] else ""


def _initials(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    spaced = SPACED.finditer(text) if LONE.search(text) else ()
    for match in (*INITIALS.finditer(text), *spaced):
        if fold_letters(match.group()) in traces.initials:
            yield Leak(where, match.group(), "initials", "initials of the cast", LIKELY)


def _turned(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    for match in TURNED.finditer(text) if LONE.search(text) else ():
        if (fold_letters(match["last"]), match["letter"].casefold()) in traces.turned:
            yield Leak(where, match.group(), "name", "a surname and an initial", CERTAIN)


def _titled(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    for match in TITLED.finditer(text):
        key = fold_letters(match["name"])
        named = key in traces.titled or (match["courtesy"] and not match["name"].isupper())
        if named or is_surname(key) or not (is_plain_english(key) or is_acronym(key)):
            yield Leak(where, match["name"], "name", "a title before it", LIKELY)
    for match in SMALL.finditer(text) if "mr" in text or "ms " in text else ():
        yield Leak(where, match.group(), "name", "a title before it", LIKELY)


def _numbers(where: str, text: str, traces: Traces) -> Iterator[Leak]:
    if "@" not in text and not A_DIGIT.search(text):
        return
    for start, end, kind in traces.split_numbers(text):
        yield Leak(where, text[start:end], kind, "a number of the cast", CERTAIN)
    for match in OFFICER.finditer(text):
        if " ".join(match.group().casefold().split()) in traces.officers:
            yield Leak(where, match.group(), "officer", "an officer's number", CERTAIN)
    for match in traces.births.finditer(text):
        yield Leak(where, match.group(), "date of birth", "a date of birth", CERTAIN)
    for start, end, kind in numbers_in(text):
        yield Leak(where, text[start:end], kind, f"written like a {kind}", LIKELY)


def _is_camel(written: str) -> bool:
    """Return whether a capital stands at the end of the word, as in `RiO`."""
    return written[-1].isupper() and not written.isupper()
