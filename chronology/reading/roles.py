"""What each column is for, by the words of its heading and by what stands under it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from chronology.dates import TimePrecision, UnreadableWhen, read_time, read_when
from chronology.reading.cells import child_seen
from chronology.reading.headings import heading_scores
from chronology.reading.rows import Role

SAMPLE = 40
_LEAST, _PLAIN_WORDS = 4.0, 6.0
_YES_NO = re.compile(
    r"(?:y|n|yes|no|n/?a|seen|not seen|not applicable|[✓✔✗xX×]|n/?k)(?:\b.{0,20})?", re.IGNORECASE
)
_RATING = re.compile(
    r"(?:h|m|l|high|medium|med|low|[1-5]|red|amber|green|y|key|\*+)", re.IGNORECASE
)
_QUOTED = re.compile(r"[“\"‘'].{3,}|\b(?:said|says|told|wants?|wished?|likes?|I)\b")
_NAMES = re.compile(
    r"\b[A-Z][a-z]*\.? [A-Z]|[A-Z]{2}\b|,|\b(?:mum|mother|father|worker|child)\b", re.IGNORECASE
)
_FIGURES = re.compile(r"[A-Za-z]{0,4}[/\-. ]?\d{1,6}[a-z]?")


@lru_cache(maxsize=8192)
def is_date(text: str) -> bool:
    """Whether a cell is a date by itself, readable or at least meant to be one."""
    if not text or len(text) > 60 or not any(c.isdigit() for c in text):
        return False
    try:
        when = read_when(text, year=2000)
    except UnreadableWhen as problem:
        return problem.reason in ("impossible_date", "end_before_start")
    return when.start.year > 1900 or bool(when.raw)


def is_time(text: str) -> bool:
    """Whether a cell is a time and nothing else."""
    return 0 < len(text) <= 24 and read_time(text).precision is not TimePrecision.NONE


@dataclass(frozen=True, slots=True)
class _Look:
    """What a column looks like: shares from 0 to 1, and the usual length of its cells."""

    count: int
    filled: float
    length: float
    dates: float
    times: float
    yes_no: float
    ratings: float
    figures: float
    names: float
    quoted: float
    distinct: float


def _look(cells: Sequence[str]) -> _Look:
    told = [cell for cell in cells if cell]
    n = len(told) or 1

    def share(fits: Sequence[object]) -> float:
        return sum(bool(fit) for fit in fits) / n

    return _Look(
        count=len(told),
        filled=len(told) / (len(cells) or 1),
        length=sum(map(len, told)) / n,
        dates=share([is_date(c) for c in told]),
        times=share([is_time(c) for c in told]),
        yes_no=share(
            [_YES_NO.fullmatch(c) or (child_seen(c) is not None and len(c) < 25) for c in told]
        ),
        ratings=share([_RATING.fullmatch(c) for c in told]),
        figures=share([_FIGURES.fullmatch(c) for c in told]),
        names=share([_NAMES.search(c) for c in told]),
        quoted=share([_QUOTED.search(c) for c in told]),
        distinct=len(set(told)) / n,
    )


def _content_scores(look: _Look) -> dict[Role, float]:
    """How much the cells speak for each role, or against it."""
    if not look.count:
        return dict.fromkeys(Role, 0.0)
    is_short = look.length < 25
    return {
        Role.DATE: 14 * look.dates if look.dates > 0.25 else -12,
        Role.END_DATE: 4 * look.dates if look.dates > 0.5 else -12,
        Role.TIME: 11 * look.times - 8 * look.dates if look.times > 0.4 else -10,
        Role.END_TIME: 2 * look.times if look.times > 0.4 else -12,
        Role.SEEN: (6 * look.yes_no if look.yes_no > 0.6 else -5) - (0 if look.length < 60 else 6),
        Role.SIGNIFICANCE: 4 * look.ratings if look.ratings > 0.6 else -8,
        Role.REF: (4 * look.figures + 3 * look.distinct if look.figures > 0.7 else -4)
        - 6 * (not is_short),
        Role.EVENT: min(9.0, look.length / 9) + 2 * look.filled - (7 if look.length < 14 else 0),
        Role.VOICE: 2 * look.quoted - (6 if look.yes_no > 0.7 else 0),
        Role.PRESENT: 2 * look.names - (6 if look.length > 90 else 0) - 6 * (look.yes_no > 0.8),
        Role.SOURCE: (2 if is_short and look.distinct < 0.6 else 0)
        - (6 if look.length > 80 else 0),
        Role.ACTION: 0.0 - 4 * (look.yes_no > 0.8),
        Role.COMMENT: 0.0 - 4 * (look.yes_no > 0.8),
        Role.OTHER: 0.0,
    }


_BY_CONTENT_ALONE = (Role.DATE, Role.TIME, Role.EVENT, Role.SEEN)


def _scores(heading: str, look: _Look) -> dict[Role, float]:
    words = heading_scores(heading)
    content = _content_scores(look)
    found = {role: words[role] + content[role] for role in words}
    for role in _BY_CONTENT_ALONE:
        if role not in found and not (role is Role.SEEN and words):
            share = 0.75 if role is not Role.EVENT else 0.6
            found[role] = share * content[role]
    return found


def propose_roles(
    headings: Sequence[str],
    samples: Sequence[Sequence[str]],
    mapping: Mapping[str, Role] | None = None,
) -> list[Role]:
    """A role for each column; each but OTHER at most once. `samples` holds cells by column."""
    told = {heading.strip(): role for heading, role in (mapping or {}).items()}
    roles: dict[int, Role] = {
        i: told[heading.strip()] for i, heading in enumerate(headings) if heading.strip() in told
    }
    looks = [_look(cells) for cells in samples]
    ranked = sorted(
        (
            (score, -i, role)
            for i, (heading, look) in enumerate(zip(headings, looks, strict=True))
            for role, score in _scores(heading, look).items()
            if i not in roles and score >= _LEAST
        ),
        key=lambda item: (-item[0], -item[1]),
    )
    for _, negative, role in ranked:
        if -negative not in roles and (role is Role.OTHER or role not in roles.values()):
            roles[-negative] = role
    for role in (Role.DATE, Role.EVENT):
        _take_by_words(role, roles, headings)
    return [roles.get(i, Role.OTHER) for i in range(len(headings))]


def _take_by_words(role: Role, roles: dict[int, Role], headings: Sequence[str]) -> None:
    """What no cell speaks for, a plain heading may."""
    free = [
        (heading_scores(heading).get(role, 0.0), -i)
        for i, heading in enumerate(headings)
        if roles.get(i, Role.OTHER) is Role.OTHER
    ]
    if role not in roles.values() and free and max(free)[0] >= _PLAIN_WORDS:
        roles[-max(free)[1]] = role
