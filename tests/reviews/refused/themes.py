"""The constraints of themes: how a board words them, and which a review shows."""

from collections.abc import Callable
from datetime import timedelta

from reviews.models import BoardTheme, ShownTheme
from tests.factories import AT
from tests.reviews.scene import Scene


def word(scene: Scene, **fields: object) -> BoardTheme:
    facts = {"board": scene.board, "code": "neglect", "name": "Neglect", **scene.said}
    return BoardTheme.objects.create(**facts | fields)


def show(scene: Scene, **fields: object) -> ShownTheme:
    return ShownTheme.objects.create(**{"code": "neglect", **scene.of, **fields})


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_current_wording_a_theme": lambda s: (word(s), word(s, name="Want")),
    "one_current_theme_of_a_name": lambda s: (word(s), word(s, code="want")),
    "theme_has_code_and_name": lambda s: word(s, name=""),
    "theme_replaced_after_worded": lambda s: word(s, replaced_at=AT - timedelta(days=1)),
    "a_theme_is_shown_once": lambda s: (show(s), show(s)),
    "shown_theme_has_a_code": lambda s: show(s, code=""),
    "shown_theme_ended_at_and_by": lambda s: show(s, ended_at=AT),
}
