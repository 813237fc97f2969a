"""First names of the family that are spelt as another word, one letter wrong: `Rub` for `Rob`."""

from chronology.masking.clauses import OBJECTS, PERSONS
from chronology.masking.contexts import says_person
from chronology.masking.passage import Passage

NOBODY = PERSONS | OBJECTS | frozenset(["case", "home", "hosp", "house", "note", "staff"])


def is_slip(passage: Passage, at: int) -> bool:
    """Return whether what a first name of the family may be misspelt as stands for a person."""
    if passage.words[at].key in NOBODY:
        return False
    if passage.stands_alone(at):  # before a surname it is masked with it: `Rub Snow`
        return at + 1 == len(passage.words) or passage.gap(at + 1) != " "
    return not passage.shouts(at) and says_person(passage.after(at))
