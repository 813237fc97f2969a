"""Acts and moves whose facts the log leaves out: it says that they were done, by whom and when."""

from collections.abc import Callable
from typing import Any, TypeVar

Act = TypeVar("Act", bound=Callable[..., Any])


def in_confidence(act: Act) -> Act:
    """The act or move of Review is logged without its facts, which name people or quote them."""
    act.is_in_confidence = True
    return act


def is_in_confidence(act: Callable[..., Any]) -> bool:
    """Return whether the log leaves out the facts of the act."""
    return getattr(act, "is_in_confidence", False)
