"""How long reviews take, as Kaplan and Meier (1958) worked it out. Standard library only.

A review still under way tells that it took longer than it has until now, and no more.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

FEWEST = 10  # completed reviews, without which nothing is said


@dataclass(frozen=True, slots=True)
class Course:
    """One review: how many days it has taken, and whether it was completed then."""

    days: int
    is_completed: bool


@dataclass(frozen=True, slots=True)
class Curve:
    """The share of reviews still under way after each day on which any was completed."""

    steps: tuple[tuple[int, float], ...]  # (days, share still under way after it)
    completed: int
    under_way: int

    @classmethod
    def of(cls, courses: Iterable[Course]) -> "Curve":
        """Return the curve of these reviews."""
        courses = list(courses)
        ended = Counter(course.days for course in courses if course.is_completed)
        left = Counter(course.days for course in courses)
        at_risk, share, steps = len(courses), 1.0, []
        for day in sorted(left):
            if ended[day]:
                share *= 1 - ended[day] / at_risk
                steps.append((day, share))
            at_risk -= left[day]
        completed = ended.total()
        return cls(tuple(steps), completed, len(courses) - completed)

    def share_after(self, days: int) -> float:
        """Return the share that is still under way when so many days have gone."""
        passed = [share for day, share in self.steps if day <= days]
        return passed[-1] if passed else 1.0

    def chance(self, *, since: int, until: int) -> float | None:
        """Return the chance of completion within `until` days for one under way after `since`.

        None where fewer than FEWEST were completed, or none is known to have taken this long.
        """
        still = self.share_after(since)
        if self.completed < FEWEST or not still:
            return None
        return 1 - self.share_after(max(since, until)) / still
