"""How long reviews took: the four completion bands, each guidance's own time, and early starts."""

from bisect import bisect_right
from datetime import date
from functools import lru_cache

from insights.statistics.deciding import DECIDED_TO_HOLD
from insights.statistics.facts import DAY, Facts, exact, span
from insights.statistics.measures import Cohort, Labels, Measure, Placed, fixed
from reviews.statutory import GUIDANCE, NoGuidance, add_months, due_dates

BANDS: Labels = (
    ("within_6_months", "Within 6 months"),
    ("6_to_12_months", "6 to 12 months"),
    ("1_to_2_years", "1 to 2 years"),
    ("over_2_years", "Over 2 years"),
)
LIMITS = (6, 12, 24)  # calendar months: the last day still belongs to the band
STARTS: Labels = (
    ("within", "Begun within 1 month"),
    ("later", "Begun later"),
    ("not_known", "Not known"),
)
KEPT: Labels = (("in_time", "In time"), ("extended", "In time as extended"), ("late", "Late"))
BY_CONCLUSION = (
    "A review is counted in the period of Ofsted's first letter, or of its completion where there "
    "was no letter. It took from the decision to hold it until the board agreed it (where that day "
    "is not known, until it was submitted to Ofsted; of a past review, until its overview report "
    "was completed). "
)
TOO_VAGUE = "The day of the decision, of completion or of the letter is not known well enough."


def concluded(facts: Facts) -> str:
    return facts.concluded


def is_completed(facts: Facts) -> bool:
    return bool(facts.completed and facts.decided)


COMPLETED = Cohort(concluded, is_completed)


@lru_cache(maxsize=100_000)  # several tables ask it of the same review
def months_taken(begun: str, ended: str, limits: tuple[int, ...]) -> int | None:
    """Return how many of the limits, in calendar months, were passed; None where it is unclear.

    A vague date tells enough where its first and its last day fall into one band.
    """
    if len(begun) == len(ended) == DAY:  # as they nearly always are
        return bisect_right(limits, months_begun(begun, ended))
    earliest, latest = span(begun)
    first, last = span(ended)
    shortest = sum(first > add_months(latest, limit) for limit in limits)
    longest = sum(last > add_months(earliest, limit) for limit in limits)
    return shortest if shortest == longest else None


def months_begun(begun: str, ended: str) -> int:
    """Return how many months were over before the last day: past a limit of so many, or fewer.

    What `add_months` says, of ISO text: a month ends on the same-numbered day, which still belongs
    to it, or on its last day, beyond which no day of that month can lie.
    """
    months = (int(ended[:4]) - int(begun[:4])) * 12 + int(ended[5:7]) - int(begun[5:7])
    return months if ended[8:] > begun[8:] else months - 1


def band(facts: Facts) -> str | None:
    """Return the key of its completion band."""
    place = months_taken(facts.decided, facts.completed, LIMITS)
    return None if place is None else BANDS[place][0]


def start(facts: Facts) -> str:
    """Return whether it was begun within one month of somebody's learning of the incident."""
    if not facts.learned:
        return "not_known"
    late = months_taken(facts.learned, facts.decided, (1,))
    return "not_known" if late is None else ("within", "later")[late]


def _in_band(facts: Facts) -> tuple[str, str] | None:
    key = band(facts)
    return (key, "n") if key else None


def _band_by_start(facts: Facts) -> tuple[str, str] | None:
    key = band(facts)
    return (key, start(facts)) if key else None


@lru_cache(maxsize=50_000)
def due(decided: date, pinned: str) -> tuple[str, date] | None:
    """Return the guidance that governs completion and the day by which it was due under it."""
    try:
        owed = due_dates({"decided": decided}, guidance=GUIDANCE.get(pinned))
    except NoGuidance:
        return None
    found = (each for each in owed if each.deadline == "complete")
    return next(((each.guidance, each.due_on) for each in found), None)


def _kept(facts: Facts) -> tuple[str, str] | None:
    """Return the guidance, and whether its time was kept."""
    decided = exact(facts.decided)
    owed = due(decided, facts.pinned) if decided else None
    if owed is None:
        return None
    slug, due_on = owed
    first, last = span(facts.completed)
    if last <= due_on:
        return slug, "in_time"
    if first <= due_on:
        return None
    is_kept_as_extended = facts.extended_to is not None and last <= facts.extended_to
    return slug, "extended" if is_kept_as_extended else "late"


def _guidances(placed: Placed) -> Labels:
    found = {row for row, _ in placed}
    return [(slug, guidance.name) for slug, guidance in GUIDANCE.items() if slug in found]


COMPLETION = Measure(
    "completion",
    "Time from the decision to completion",
    BY_CONCLUSION
    + "Each band includes its last day, counted in calendar months from the day of the decision.",
    COMPLETED,
    _in_band,
    fixed(BANDS),
    left_out_because=TOO_VAGUE,
)
COMPLETION_BY_START = Measure(
    "completion-by-start",
    "Completion, by how soon the review was begun",
    BY_CONCLUSION
    + "Begun within one month: the decision came within one calendar month of the day on which the "
    "local authority learned of the incident, or where that is not known, of its notification to "
    "the board. Percentages are of the band.",
    COMPLETED,
    _band_by_start,
    fixed(BANDS),
    STARTS,
    TOO_VAGUE,
    shares_by_row=True,
)
BY_GUIDANCE = Measure(
    "completion-by-guidance",
    "Completion against each review's own guidance",
    BY_CONCLUSION
    + "Each review is held to the guidance that governed it: four calendar months under Working "
    "Together 2006, six under the later ones. An extension is shown apart. Percentages are of the "
    "guidance.",
    COMPLETED,
    _kept,
    _guidances,
    KEPT,
    TOO_VAGUE,
    shares_by_row=True,
)


def _begun(facts: Facts) -> tuple[str, str]:
    return start(facts), "n"


BEGUN = Measure(
    "begun",
    "How soon reviews were begun",
    "A review is counted in the period of the decision to hold it. Begun within one month: the "
    "decision came within one calendar month of the day on which the local authority learned of "
    "the incident, or where that is not known, of its notification to the board.",
    DECIDED_TO_HOLD,
    _begun,
    fixed(STARTS),
)
