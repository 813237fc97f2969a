"""The tables of children: one review may be about several, so none of these counts reviews."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from typing import NamedTuple

from django.db.models import CharField, F, Func, QuerySet, Value
from django.db.models.functions import Cast

from insights.statistics.facts import Facts, lies_within, span
from insights.statistics.figures import Figure, Line, Table, Unit
from insights.statistics.measures import EVERY, Labels
from reviews.ethnicity import ETHNICITIES
from reviews.models import Child
from reviews.models.child import PlanCategory

NOT_KNOWN = "not_known"
OUTCOMES: Labels = (
    ("died", "Died"),
    ("harmed", "Seriously harmed"),
    ("other", "Involved, not harmed"),
    (NOT_KNOWN, "Not known"),
)
ANSWERS: Labels = (("yes", "Yes"), ("no", "No"), (NOT_KNOWN, "Not known"))
AGES: Labels = (
    ("under_1", "Under 1"),
    ("1_to_5", "1 to 5"),
    ("6_to_10", "6 to 10"),
    ("11_to_15", "11 to 15"),
    ("16_and_over", "16 and over"),
    (NOT_KNOWN, "Not known"),
)
YOUNGER_THAN = (1, 6, 11, 16)  # years, the upper end of each band


ANSWERED = (
    "outcome",
    "known_to_social_care",
    "in_need",
    "on_plan",
    "looked_after",
    "ethnicity",
    "plan_category",
)
BETWEEN = "|"  # answers, none of which has it


class Kind(NamedTuple):
    """What is counted of a child, alike of many: answers, and the band of the age."""

    outcome: str
    known_to_social_care: str
    in_need: str
    on_plan: str
    looked_after: str
    ethnicity: str
    plan_category: str
    age: str


Kinds = dict[Kind, list[int]]  # the review of each child


def kinds_of(reviews: QuerySet, cohort: Mapping[int, Facts]) -> Kinds:
    """Return the children of these reviews that are in the cohort, in one statement.

    There are far fewer kinds than children: so the tables have little to count.
    """
    between = (part for each in ANSWERED for part in (Value(BETWEEN), F(each)))
    answers = Func(
        *between, template="%(expressions)s", arg_joiner=" || ", output_field=CharField()
    )
    rows = (
        Child.objects.filter(incident__review__in=reviews.order_by())
        .annotate(birth=Cast("born", CharField()), death=Cast("died", CharField()))
        .order_by()
        .values_list("incident__review", answers, "birth", "death")
    )
    as_said: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    for review, said, born, died in rows.iterator(chunk_size=5000):
        facts = cohort.get(review)
        if facts:
            age = age_band(born or "", facts.happened, died or "")
            as_said[said, age].append(review)
    found: defaultdict[Kind, list[int]] = defaultdict(list)
    for (said, age), counted in as_said.items():
        known = (answer or NOT_KNOWN for answer in said.split(BETWEEN)[1:])
        found[Kind(*known, age)] += counted
    return found


@dataclass(frozen=True, slots=True)
class ChildMeasure:
    """A table of children, by outcome in its columns."""

    slug: str
    title: str
    note: str
    rows: Labels
    place: Callable[[Kind], str]

    def table(self, children: Kinds) -> Table:
        """Return the table of the children."""
        counts = Counter[tuple[str, str]]()
        for kind, reviews in children.items():
            counts[self.place(kind), kind.outcome] += len(reviews)
        n = counts.total()
        lines = tuple(Line(label, figures(counts, key, n)) for key, label in self.rows)
        heads = (*(label for _, label in OUTCOMES), "All")
        return Table(self.slug, self.title, Unit.CHILDREN, heads, lines, n, self.note)

    def behind(self, children: Kinds, key: str) -> list[int]:
        """Return the ids of the reviews of the children whom the figure with this key counts."""
        row, _, outcome = key.rpartition(".")
        found = {
            review
            for kind, reviews in children.items()
            if key == EVERY or (self.place(kind) == row and outcome in (kind.outcome, "total"))
            for review in reviews
        }
        return sorted(found)


def figures(counts: Counter[tuple[str, str]], row: str, n: int) -> tuple[Figure, ...]:
    by_outcome = [Figure(counts[row, outcome], n, f"{row}.{outcome}") for outcome, _ in OUTCOMES]
    total = sum(figure.number or 0 for figure in by_outcome)
    return (*by_outcome, Figure(total, n, f"{row}.total"))


def cohort_of(reviews: Iterable[Facts], first: date, last: date) -> dict[int, Facts]:
    """Return {id: facts} of the reviews evaluated, or where there was no letter completed, then."""
    return {facts.pk: facts for facts in reviews if lies_within(facts.concluded, first, last)}


@lru_cache(maxsize=50_000)
def age_band(born: str, happened: str, died: str) -> str:
    """Return the band of a child's age when the incident happened, or when the child died.

    Vague dates tell enough where every reading falls into one band.
    """
    then = happened or died
    if not born or not then:
        return NOT_KNOWN
    (born_first, born_last), (first, last) = span(born), span(then)
    if last < born_first:
        return NOT_KNOWN
    youngest, oldest = years_between(born_last, first), years_between(born_first, last)
    bands = {sum(age >= limit for limit in YOUNGER_THAN) for age in (youngest, oldest)}
    return AGES[bands.pop()][0] if len(bands) == 1 else NOT_KNOWN


def years_between(born: date, on: date) -> int:
    """Return the age on the day in whole years; a child not yet born is of none."""
    return max(0, on.year - born.year - ((on.month, on.day) < (born.month, born.day)))


BY_CONCLUSION = (
    "This counts children, not reviews. A child is counted in the period in which Ofsted's first "
    "letter on the review came, or in which it was completed where there was no letter. "
)
WHAT_WAS_SAID = "“Not known” has those of whom it was said and those of whom nothing was said."
CHILD_MEASURES: tuple[ChildMeasure, ...] = (
    ChildMeasure(
        "children",
        "Children",
        BY_CONCLUSION + "Percentages are of all children.",
        (("child", "All children"),),
        lambda _kind: "child",
    ),
    ChildMeasure(
        "known-to-social-care",
        "Children known to social care",
        BY_CONCLUSION + WHAT_WAS_SAID,
        ANSWERS,
        attrgetter("known_to_social_care"),
    ),
    ChildMeasure(
        "in-need",
        "Children who received services as children in need",
        BY_CONCLUSION + "Those with a child protection plan are among them. " + WHAT_WAS_SAID,
        ANSWERS,
        attrgetter("in_need"),
    ),
    ChildMeasure(
        "on-plan",
        "Children with a child protection plan at the time",
        BY_CONCLUSION + WHAT_WAS_SAID,
        ANSWERS,
        attrgetter("on_plan"),
    ),
    ChildMeasure(
        "looked-after",
        "Children looked after at the time",
        BY_CONCLUSION + WHAT_WAS_SAID,
        ANSWERS,
        attrgetter("looked_after"),
    ),
    ChildMeasure(
        "age",
        "Age at the incident",
        BY_CONCLUSION + "Age when the incident happened, or at death where that day is not known.",
        AGES,
        attrgetter("age"),
    ),
    ChildMeasure(
        "ethnicity",
        "Ethnicity",
        BY_CONCLUSION + "Groups of the 2001 census. " + WHAT_WAS_SAID,
        tuple(each for _, group in ETHNICITIES for each in group),
        attrgetter("ethnicity"),
    ),
    ChildMeasure(
        "category-of-harm",
        "Category of the child protection plan",
        BY_CONCLUSION + WHAT_WAS_SAID,
        tuple((each.value, each.label) for each in PlanCategory),
        attrgetter("plan_category"),
    ),
)
