"""Key questions as people paste them: one on each line, with numbers or bullets before them."""

import re

from reviews.models.terms_rows import LONGEST_QUESTION

BULLET = re.compile(r"^\s*(?:[-*•–]|\(?(?:\d{1,3}|[a-z])[.)])\s+", re.IGNORECASE)


def questions_in(text: str) -> list[str]:
    """Return the questions, one a line, each once, without the numbers and bullets before them."""
    lines = (BULLET.sub("", line).strip()[:LONGEST_QUESTION] for line in text.splitlines())
    return list(dict.fromkeys(line for line in lines if line))
