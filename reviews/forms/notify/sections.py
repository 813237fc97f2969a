"""What a draft says, section by section, as the task list and the check page show it."""

from dataclasses import dataclass

from reviews.forms.notify.base import NotifyForm
from reviews.models import Child

FROM_CHECK = "?back=check"


@dataclass(frozen=True)
class Problem:
    """Something to mend before the draft can be submitted, and where."""

    section: str
    text: str
    href: str


@dataclass(frozen=True)
class Entry:
    """One page as filled in: the only one of its group, or one child, person, agency or line."""

    title: str
    form: NotifyForm
    href: str
    remove_href: str = ""

    @property
    def summary(self) -> str:
        return self.form.summary()

    def rows(self) -> list[dict[str, str]]:
        """Return the rows of a summary list, each with the way to change it."""
        href = f"{self.href}{FROM_CHECK}"
        return [{"key": key, "value": value, "href": href} for key, value in self.form.answers()]


@dataclass(frozen=True)
class Section:
    """A group of questions with what was answered."""

    slug: str
    form_class: type[NotifyForm]
    href: str
    entries: list[Entry]
    problems: list[Problem]

    @property
    def title(self) -> str:
        return self.form_class.title

    @property
    def intro(self) -> str:
        return self.form_class.intro

    @property
    def is_repeated(self) -> bool:
        return bool(self.form_class.noun)

    @property
    def add_text(self) -> str:
        """The words on the button that adds an entry."""
        noun = self.form_class.noun
        if self.entries:
            return f"Add another {noun}"
        return f"Add {'an' if noun[0] in 'aeiou' else 'a'} {noun}"

    @property
    def is_begun(self) -> bool:
        return any(entry.form.is_bound for entry in self.entries)

    def task(self) -> dict[str, str]:
        """Return the section as a row of a task list."""
        task = {"text": self.title, "href": self.href, "status": "Completed"}
        if not self.is_begun:
            task |= {"status": "Not yet started", "colour": "blue"}
        elif self.problems:
            task |= {"status": "There is a problem", "colour": "red"}
        if self.is_repeated and self.entries:
            task["hint"] = f"{len(self.entries)} added"
        return task


def entry_title(form_class: type[NotifyForm], position: int) -> str:
    """Return "Child A" or "Person 2": no name stands in a heading."""
    if form_class.slug == "children":
        return Child(position=position).label
    return f"{form_class.noun.capitalize()} {position}"
