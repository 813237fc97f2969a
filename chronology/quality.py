"""What one agency's return does well and what it should mend before it is handed in.

Each part is scored from its rows; every number opens to the rows behind it.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass

from chronology.dates import Precision
from chronology.gaps import Contact, Scope, spans
from chronology.return_words import (
    acronyms,
    explained,
    is_analysis,
    near_copies,
    roles_for_names,
    unexplained,
)

LONGEST_GAP = 90
FEWEST_WORDS, MOST_WORDS = 4, 250
GOOD, FAIR = 90, 60


@dataclass(frozen=True, slots=True)
class Row:
    """One entry as it was returned: `contact` for its days, the rest as text."""

    contact: Contact
    event: str
    source: str = ""
    present: str = ""
    action: str = ""
    comment: str = ""
    is_inferred: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """`met` of `of` rows do what the part asks; `score` in hundredths, None where it asks nothing.

    `finding` says what was found and `mend` how to mend it; `rows` are those to look at.
    """

    slug: str
    name: str
    met: int
    of: int
    finding: str
    mend: str
    rows: tuple[Hashable, ...] = ()

    @property
    def score(self) -> int | None:
        return round(100 * self.met / self.of) if self.of else None

    @property
    def standing(self) -> str:
        """“good”, “fair” or “weak”; “not asked” where there was nothing to judge."""
        if self.score is None:
            return "not asked"
        return "good" if self.score >= GOOD else "fair" if self.score >= FAIR else "weak"


@dataclass(frozen=True, slots=True)
class Quality:
    parts: tuple[Part, ...]

    @property
    def score(self) -> int | None:
        """The mean of the parts that asked anything, in hundredths."""
        scores = [part.score for part in self.parts if part.score is not None]
        return round(sum(scores) / len(scores)) if scores else None

    @property
    def to_mend(self) -> tuple[Part, ...]:
        """Parts with rows to look at, the weakest first."""
        found = (part for part in self.parts if part.score is not None and part.rows)
        return tuple(sorted(found, key=lambda part: (part.score or 0, part.slug)))


def quality(
    rows: Iterable[Row],
    *,
    scope: Scope | None = None,
    longest_gap: int = LONGEST_GAP,
    glossary: Iterable[str] = (),
    names: Iterable[str] = (),
    asks: Iterable[str] = ("source", "seen", "heard", "comment"),
) -> Quality:
    """The quality of a return. `asks` are the columns that were commissioned; `glossary` the
    abbreviations that the return or the board explains; `names` are of people, who may stand in
    capitals."""
    given = list(rows)
    known = frozenset(glossary) | _in_capitals(names)
    asked = {"source": _sources, "seen": _seen, "heard": _heard, "comment": _analysis}
    wanted = frozenset(asks)
    return Quality(
        (
            _dates(given),
            _gaps(given, scope, longest_gap),
            *(judge(given) for column, judge in asked.items() if column in wanted),
            _copies(given),
            _lengths(given),
            _people(given),
            _abbreviations(given, known),
        )
    )


def _in_capitals(names: Iterable[str]) -> frozenset[str]:
    return frozenset(word.upper() for name in names for word in name.split())


def _share(
    slug: str,
    name: str,
    rows: Sequence[Row],
    is_met: Callable[[Row], bool],
    *,
    finding: str,
    mend: str,
) -> Part:
    lacking = tuple(row.contact.id for row in rows if not is_met(row))
    met = len(rows) - len(lacking)
    return Part(slug, name, met, len(rows), finding.format(met=met, of=len(rows)), mend, lacking)


def _dates(rows: Sequence[Row]) -> Part:
    return _share(
        "dates",
        "Exact dates",
        rows,
        lambda row: (
            row.contact.precision in (Precision.DAY, Precision.RANGE) and not row.is_inferred
        ),
        finding="{met} of {of} entries give the day in full.",
        mend="Look up the day in the record. Where only the month is known, say so in the entry.",
    )


def _sources(rows: Sequence[Row]) -> Part:
    return _share(
        "sources",
        "Sources",
        rows,
        lambda row: bool(row.source.strip()),
        finding="{met} of {of} entries say which record they come from.",
        mend="Name the record and page or system for each entry, so that it can be found again.",
    )


def _gaps(rows: Sequence[Row], scope: Scope | None, longest: int) -> Part:
    contacts = [row.contact for row in rows]
    found = spans(contacts, scope=scope, at_least=longest + 1)
    between = len(spans(contacts, scope=scope))
    days = f"The longest is {found[0].days} days. " if found else ""
    counted = "1 gap is" if len(found) == 1 else f"{len(found)} gaps are"
    return Part(
        "gaps",
        "Gaps explained",
        between - len(found),
        between,
        f"{counted} longer than {longest} days. {days}".strip(),
        "Check the record for the days of each gap, and add an entry that says why it is empty.",
        tuple(id_ for gap in found for id_ in (gap.before, gap.after)),
    )


def _seen(rows: Sequence[Row]) -> Part:
    return _share(
        "seen",
        "Child seen",
        rows,
        lambda row: row.contact.child_seen is not None,
        finding="{met} of {of} entries say whether the child was seen.",
        mend="For each contact say whether the child was seen, and whether alone.",
    )


def _heard(rows: Sequence[Row]) -> Part:
    return _share(
        "heard",
        "Child heard",
        [row for row in rows if row.contact.child_seen],
        lambda row: row.contact.child_heard is not None,
        finding="{met} of the {of} entries at which the child was seen say what the child said.",
        mend="Give the child's own words or wishes, or say that they were not asked.",
    )


def _analysis(rows: Sequence[Row]) -> Part:
    repeated = Counter(row.comment.strip().casefold() for row in rows)
    return _share(
        "analysis",
        "Analysis",
        rows,
        lambda row: is_analysis(row.comment, row.event, repeated[row.comment.strip().casefold()]),
        finding="{met} of {of} entries carry a comment of their own.",
        mend="Say what the contact shows about practice. Do not repeat the record or one phrase.",
    )


def _copies(rows: Sequence[Row]) -> Part:
    copied = near_copies([row.event for row in rows])
    ids = tuple(rows[at].contact.id for at in copied)
    return Part(
        "copies",
        "Entries of their own",
        len(rows) - len(ids),
        len(rows),
        f"{len(ids)} of {len(rows)} entries say nearly the same as an earlier one.",
        "Check that these are different contacts. Say what was different about each.",
        ids,
    )


def _lengths(rows: Sequence[Row]) -> Part:
    return _share(
        "lengths",
        "Fit to read",
        rows,
        lambda row: FEWEST_WORDS <= len(row.event.split()) <= MOST_WORDS,
        finding=f"{{met}} of {{of}} entries have between {FEWEST_WORDS} and {MOST_WORDS} words.",
        mend="Say who did what and what came of it. Sum up long passages instead of pasting them.",
    )


def _people(rows: Sequence[Row]) -> Part:
    named = [(row, *roles_for_names(f"{row.event} {row.present}")) for row in rows]
    with_names = [row for row, _, names in named if names]
    without = {row.contact.id for row, has_role, names in named if names and not has_role}
    return _share(
        "people",
        "People by their role",
        with_names,
        lambda row: row.contact.id not in without,
        finding="{met} of the {of} entries that name people say what anyone's role is.",
        mend="Give each person's role, such as social worker or mother's partner, beside the name.",
    )


def _abbreviations(rows: Sequence[Row], glossary: frozenset[str]) -> Part:
    known = glossary | explained(row.event for row in rows)
    used = [row for row in rows if acronyms(row.event)]
    strange = Counter(word for row in used for word in unexplained(row.event, known))
    listed = ", ".join(word for word, _ in strange.most_common(8))
    return _share(
        "abbreviations",
        "Abbreviations explained",
        used,
        lambda row: not unexplained(row.event, known),
        finding="{met} of the {of} entries with abbreviations use only explained ones."
        + (f" Unexplained: {listed}." if listed else ""),
        mend="Write each abbreviation out once, or list it in the glossary.",
    )
