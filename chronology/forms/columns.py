"""What agencies are asked to write: one group of questions a column, and the words above them."""

from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from django import forms
from django.forms.boundfield import BoundField

from boards.govuk.fields import LineField, ProseField, Radios, TickField
from boards.govuk.forms import PortalForm
from boards.models import Board
from chronology.columns import HEADINGS, HIGHEST, OF_DETAIL, PURPOSES, Column, faults, usual
from chronology.models import Detail, Integration, ModelTemplate
from chronology.reading.rows import Role

ONLY_ONCE = frozenset(HEADINGS)


class ColumnsForm(PortalForm):
    """The columns as they stand in the page; nothing is stored until it is saved."""

    detail = forms.ChoiceField(
        label="How precisely are events dated?",
        choices=Detail,
        widget=Radios,
        error_messages={"required": "Select how precisely events are dated"},
    )
    preamble = ProseField(
        called="what is wanted of agencies",
        label="What should agencies know before they begin?",
        help_text="It stands above the table. Name no child and nobody of the family.",
        required=False,
    )
    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)
    count = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, columns: list[Column], told: list[str], **options: Any) -> None:
        self.columns = columns
        super().__init__(*args, **options)
        for place, column in enumerate(columns):
            self.fields |= _questions(place, column)
        if told:
            self.fields["told"] = TickField(
                label="I will tell them what has changed",
                must="Confirm that you will tell the agencies which have handed in",
            )

    @classmethod
    def of(cls, integration: Integration, told: list[str]) -> "ColumnsForm":
        """Return the form as it stands in the database."""
        return cls.showing(
            integration.asked,
            told,
            detail=integration.detail,
            preamble=integration.preamble,
            version=integration.version,
        )

    @classmethod
    def showing(cls, columns: list[Column], told: list[str], **facts: Any) -> "ColumnsForm":
        return cls(columns=columns, told=told, initial={**facts, "count": len(columns)})

    def groups(self) -> Iterator[dict[str, Any]]:
        """Yield what the page draws of each column."""
        for place, column in enumerate(self.columns):
            yield {
                "place": place,
                "number": place + 1,
                "purpose": PURPOSES[column.role],
                "role": column.role,
                "fields": self.of_column(place),
                "is_first": place == 0,
                "is_last": place == len(self.columns) - 1,
                "may_go": not column.is_always_there and column.role not in OF_DETAIL,
            }

    def of_column(self, place: int) -> list[BoundField]:
        names = (f"{name}_{place}" for name in ("heading", "help", "must"))
        return [self[name] for name in names if name in self.fields]

    def addable(self) -> list[tuple[str, str]]:
        """Return (role, purpose) of what may be added: each once, the board's own any number."""
        there = {column.role for column in self.columns}
        return [
            (role, purpose)
            for role, purpose in PURPOSES.items()
            if role not in OF_DETAIL and not (role in ONLY_ONCE and role in there)
        ]

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        for place, sentence in faults(self.columns):
            if f"heading_{place}" not in self.errors:
                self.add_error(f"heading_{place}", sentence)
        return facts


def _questions(place: int, column: Column) -> dict[str, forms.Field]:
    called = f"the heading of column {place + 1}"
    asked: dict[str, forms.Field] = {
        f"heading_{place}": LineField(
            called=called, label="Heading", max_length=80, required=False, initial=column.heading
        ),
        f"help_{place}": LineField(
            called=f"the help for column {place + 1}",
            label="What to write in it",
            max_length=300,
            required=False,
            initial=column.help,
        ),
    }
    if not column.is_always_there:
        asked[f"must_{place}"] = TickField(
            label="It must be filled in", initial=column.is_compulsory
        )
    return asked


def columns_sent(data: Mapping[str, str]) -> list[Column]:
    """Return the columns as they stand in the page that was sent."""
    count = data.get("count", "")
    return [
        Column(
            role=data[f"role_{place}"],
            heading=data.get(f"heading_{place}", "").strip()[:80],
            is_compulsory=f"must_{place}" in data,
            help=data.get(f"help_{place}", "").strip()[:300],
        )
        for place in range(min(int(count) if count.isdecimal() else 0, HIGHEST))
        if data.get(f"role_{place}") in PURPOSES
    ]


def rearranged(columns: list[Column], act: str, add: str) -> list[Column]:
    """Return the columns after a button was pressed: "up-3", "down-3", "remove-3" or "add"."""
    columns = list(columns)
    verb, _, where = act.partition("-")
    if verb == "add" and add in PURPOSES and len(columns) < HIGHEST:
        return [*columns, Column(Role.OTHER, "") if add == Role.OTHER else usual(add)]
    place = int(where) if where.isdecimal() else -1
    if not 0 <= place < len(columns):
        return columns
    moved = columns.pop(place)
    if verb in {"up", "down"}:
        columns.insert(max(0, place + (1 if verb == "down" else -1)), moved)
    elif moved.is_always_there or verb != "remove":
        columns.insert(place, moved)
    return columns


class KeepModelForm(PortalForm):
    """Keeps what stands there as a model of the board."""

    submit_text: ClassVar[str] = "Keep it"
    name = LineField(called="a name for the model", label="Name of the model", max_length=120)

    def __init__(self, *args: Any, board: Board, **options: Any) -> None:
        self.board = board
        super().__init__(*args, **options)

    def clean_name(self) -> str:
        name = self.cleaned_data["name"].strip()
        if ModelTemplate.objects.filter(board=self.board, name__iexact=name).exists():
            raise forms.ValidationError(f"Your board has a model “{name}” already: choose another")
        return name
