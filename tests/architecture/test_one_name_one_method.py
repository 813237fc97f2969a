"""The acts of a review stand in many classes that are one: none may hide another's method."""

from collections import Counter

from reviews.models import Review


def test_no_two_parts_of_a_review_have_a_method_of_the_same_name():
    parts = [part for part in Review.__mro__ if part.__module__.startswith("reviews.models")]
    names = Counter(name for part in parts for name in vars(part) if not name.startswith("__"))
    assert [name for name, times in names.items() if times > 1] == []
