"""The parts of an annual report: what the board is asked to say, and the tables shown there."""

from dataclasses import dataclass

from insights.statistics import deciding, grading, timing
from insights.statistics.themes import THEMES


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the report; `tables` are the slugs of those that it shows."""

    slug: str
    title: str
    asks: str
    tables: tuple[str, ...] = ()


SECTIONS: tuple[Section, ...] = (
    Section("foreword", "Foreword by the Chair", "What does the Chair want readers to know first?"),
    Section(
        "decisions",
        "Incidents and decisions",
        "How were the criteria applied, and what was learned without a serious case review?",
        (deciding.DECIDED.slug, deciding.INITIATED.slug, timing.BEGUN.slug),
    ),
    Section(
        "timeliness",
        "Timeliness",
        "What helped reviews to be finished in time, and what held them up?",
        (
            timing.COMPLETION.slug,
            timing.COMPLETION_BY_START.slug,
            timing.BY_GUIDANCE.slug,
            deciding.EXTENDED.slug,
            deciding.DURATIONS.slug,
        ),
    ),
    Section(
        "quality",
        "Quality",
        "What did Ofsted's letters say, and what has the board done about it?",
        (grading.GRADES_GIVEN.slug, grading.BY_QUARTER.slug),
    ),
    Section(
        "children",
        "The children",
        "What do the reviews tell about the children and their families?",
        (
            "children",
            "known-to-social-care",
            "in-need",
            "on-plan",
            "looked-after",
            "age",
            "ethnicity",
            "category-of-harm",
        ),
    ),
    Section(
        "learning",
        "Learning",
        "What was learned, what has come back, and what is different because of it?",
        (THEMES.slug,),
    ),
    Section("next", "The year to come", "What will the board do next?"),
)
