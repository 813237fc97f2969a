"""What each column is for, by the words of its heading and by what stands under it."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, lru_cache

from chronology.dates import TimePrecision, UnreadableWhen, read_time, read_when
from chronology.reading.cells import child_seen
from chronology.reading.headings import heading_scores, plain_heading
from chronology.reading.rows import Role

SAMPLE = 40
_ENOUGH, _TEXT = 6, 30
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


@lru_cache(maxsize=8192)
def is_time(text: str) -> bool:
    """Whether a cell is a time and nothing else."""
    return 0 < len(text) <= 24 and read_time(text).precision is not TimePrecision.NONE


class _Look:
    """What a column looks like: shares from 0 to 1, and the usual length of its cells.

    Each is worked out when it is first asked for: most columns are never asked most of them.
    """

    def __init__(self, cells: Sequence[str]) -> None:
        self.told = [cell for cell in cells if cell]
        self.count = len(self.told)
        self.filled = self.count / (len(cells) or 1)
        self.length = sum(map(len, self.told)) / (self.count or 1)

    def _share(self, fits: Callable[[str], object]) -> float:
        return len([*filter(fits, self.told)]) / (self.count or 1)

    @cached_property
    def dates(self) -> float:
        return self._share(is_date)

    @cached_property
    def times(self) -> float:
        return self._share(is_time)

    @cached_property
    def yes_no(self) -> float:
        return self._share(_is_yes_no)

    @cached_property
    def ratings(self) -> float:
        return self._share(_RATING.fullmatch)

    @cached_property
    def figures(self) -> float:
        return self._share(_FIGURES.fullmatch)

    @cached_property
    def names(self) -> float:
        return self._share(_NAMES.search)

    @cached_property
    def quoted(self) -> float:
        return self._share(_QUOTED.search)

    @cached_property
    def distinct(self) -> float:
        return len(set(self.told)) / (self.count or 1)

    @property
    def is_short(self) -> bool:
        return self.length < 25


def _is_yes_no(cell: str) -> bool:
    if _YES_NO.fullmatch(cell):
        return True
    return len(cell) < 25 and child_seen(cell) is not None


_CONTENT: dict[Role, Callable[[_Look], float]] = {
    Role.DATE: lambda look: 14 * look.dates if look.dates > 0.25 else -12,
    Role.END_DATE: lambda look: 4 * look.dates if look.dates > 0.5 else -12,
    Role.TIME: lambda look: 11 * look.times - 8 * look.dates if look.times > 0.4 else -10,
    Role.END_TIME: lambda look: 2 * look.times if look.times > 0.4 else -12,
    Role.SEEN: lambda look: (
        (6 * look.yes_no if look.yes_no > 0.6 else -5) - (0 if look.length < 60 else 6)
    ),
    Role.SIGNIFICANCE: lambda look: 4 * look.ratings if look.ratings > 0.6 else -8,
    Role.REF: lambda look: (
        (4 * look.figures + 3 * look.distinct if look.figures > 0.7 else -4)
        - 6 * (not look.is_short)
    ),
    Role.EVENT: lambda look: (
        min(9.0, look.length / 9)
        + 2 * look.filled
        - (7 if look.length < 14 else 0)
        - 12 * (look.length < 14 and look.dates > 0.5)
    ),
    Role.VOICE: lambda look: 2 * look.quoted - (6 if look.yes_no > 0.7 else 0),
    Role.PRESENT: lambda look: (
        2 * look.names - (6 if look.length > 90 else 0) - 6 * (look.yes_no > 0.8)
    ),
    Role.SOURCE: lambda look: (
        (2 if look.is_short and look.distinct < 0.6 else 0) - (6 if look.length > 80 else 0)
    ),
    Role.ACTION: lambda look: 0.0 - 4 * (look.yes_no > 0.8),
    Role.COMMENT: lambda look: 0.0 - 4 * (look.yes_no > 0.8),
    Role.OTHER: lambda look: 0.0,
}


def _content(look: _Look, role: Role) -> float:
    """How much the cells speak for a role, or against it; no cells say nothing."""
    return _CONTENT[role](look) if look.count else 0.0


_BY_CONTENT_ALONE = (Role.DATE, Role.TIME, Role.EVENT, Role.SEEN)


def _scores(heading: str, look: _Look) -> dict[Role, float]:
    trust = min(1.0, look.count / _ENOUGH)
    words = heading_scores(heading)
    found: dict[Role, float] = {}
    for role, weight in words.items():
        content = _content(look, role)
        found[role] = weight + (content if content > 0 else content * trust)
    for role in _BY_CONTENT_ALONE:
        if role not in found and not (role is Role.SEEN and words):
            share = 0.75 if role is not Role.EVENT else 0.6
            found[role] = share * _content(look, role)
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
    _take_own_words(roles, headings)
    looks = [_Look(cells) for cells in samples]
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
        _take_by_words(role, roles, headings, looks)
    if Role.EVENT not in roles.values():
        _take_longest(roles, looks)
    return [roles.get(i, Role.OTHER) for i in range(len(headings))]


_OWN_WORDS = {
    "event": Role.EVENT,
    "events": Role.EVENT,
    "source": Role.SOURCE,
    "sources": Role.SOURCE,
}


def _take_own_words(roles: dict[int, Role], headings: Sequence[str]) -> None:
    """A role's own word as a heading goes before the cells, if no other heading speaks for it."""
    words = [heading_scores(heading) for heading in headings]
    for i, heading in enumerate(headings):
        role = _OWN_WORDS.get(plain_heading(heading))
        if role and i not in roles and sum(role in scores for scores in words) == 1:
            roles.setdefault(i, role)


def _take_longest(roles: dict[int, Role], looks: Sequence[_Look]) -> None:
    """Where nothing is the event, the fullest text is, whatever its heading was taken for."""
    texts = (Role.OTHER, Role.SOURCE, Role.PRESENT, Role.VOICE, Role.ACTION, Role.COMMENT)
    found = [
        (look.length * look.filled, -i)
        for i, look in enumerate(looks)
        if roles.get(i, Role.OTHER) in texts and look.length * look.filled >= _TEXT
    ]
    if found and Role.DATE in roles.values():
        roles[-max(found)[1]] = Role.EVENT


def _take_by_words(
    role: Role, roles: dict[int, Role], headings: Sequence[str], looks: Sequence[_Look]
) -> None:
    """What no cell speaks for, a plain heading may; dates are no events."""
    free = [
        (heading_scores(heading).get(role, 0.0), -i)
        for i, heading in enumerate(headings)
        if roles.get(i, Role.OTHER) is Role.OTHER
        and not (role is Role.EVENT and looks[i].dates > 0.5)
    ]
    if role not in roles.values() and free and max(free)[0] >= _PLAIN_WORDS:
        roles[-max(free)[1]] = role
