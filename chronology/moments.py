"""Cells that say when: whether they say anything else."""

import re

# A word for a time. In a cell of nothing else May and June are months, and nobody's names.
WORD_FOR_A_TIME = re.compile(
    r"st|nd|rd|th|am|pm|hrs?|hours?|to|and|of|the|or|about|approx\w*|circa|c|ca|early|mid|late|on|"
    r"before|after|between|as|above|same|day|week|w|commencing|beginning|ending|start|end|month|"
    r"term|year|half|spring|summer|autumn|winter|christmas|easter|jan\w*|feb\w*|mar|march|apr|"
    r"april|may|june?|july?|aug|august|sept?\w*|oct|october|nov\w*|dec\w*|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|morning|afternoon|evening|"
    r"night|noon|midnight|midday|onwards|since|until|ditto|date|unknown|not|known|overnight",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]+")


def is_time_alone(text: str) -> bool:
    """Return whether the text says when, and nothing else."""
    return all(WORD_FOR_A_TIME.fullmatch(word) for word in LETTERS.findall(text))
