"""Reading makes tens of thousands of rows at once, and no cycles among them."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def nothing_collected() -> Iterator[None]:
    """Python's collector of cycles rests: it would go through all the rows again and again.

    Where several threads read at once, it wakes with the first that ends.
    """
    was_awake = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_awake:
            gc.enable()
