"""How a method of Review becomes a move of its state machine."""

from collections.abc import Callable

from django_fsm import transition

from reviews.conditions import missing_for
from reviews.permissions import refusal
from reviews.states import State


def goes(
    *sources: State, to: State, label: str, done: str
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The method is the move from `sources` to `to`; `label` is its button, `done` its news.

    The library's own permission and condition are the domain's, so that a direct call is no
    back door; `Review.move` asks both first, to say why.
    """

    def decorate(method: Callable[..., None]) -> Callable[..., None]:
        name = method.__name__
        return transition(
            field="state",
            source=list(sources),
            target=to,
            permission=lambda review, user: refusal(user, name, review) is None,
            conditions=[lambda review: not missing_for(review, name)],
            custom={"label": label, "done": done},
        )(method)

    return decorate
