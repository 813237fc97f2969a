"""A text as words with their places in it, each looked up in the cast's lexicon."""

import re
from dataclasses import dataclass, field

from chronology.masking.cast import POSSESSIVES, WORD
from chronology.masking.lexicon import LOWER, UPPER, Lexicon, Word
from chronology.masking.vocabulary import COURTESIES

ABBREVIATED = frozenset(COURTESIES) | frozenset(
    ["dr", "prof", "rev", "revd", "sgt", "insp", "supt", "cllr", "hon", "st"]
)
STOPS = frozenset('.?!:;\n"“”•>')
BREAKS = STOPS | {","}
QUOTED = frozenset(['" ', "” "])
NICKNAME = re.compile(r'[A-Z][^\W\d_]+ ["“][A-Z]\w+["”] $')  # `Mark "Daz" Winter`
AROUND = 4  # words on either side that tell a text in capitals


@dataclass(frozen=True, slots=True)
class Context:
    """Where a text stands: whose file, and which column.

    `agency` is the code that the cast uses; `cell` the column: `present` holds people only,
    `source` the agency's own.
    """

    agency: str = ""
    cell: str = ""


@dataclass(slots=True)
class Passage:
    """The words of one text."""

    text: str
    context: Context
    lexicon: Lexicon
    words: list[Word] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, text: str, lexicon: Lexicon, context: Context) -> "Passage":
        made = cls(text, context, lexicon)
        known, look = lexicon.words, lexicon.word
        for match in WORD.finditer(text):
            written = match.group()
            if written[-2:] in POSSESSIVES:
                written = written[:-2]
            made.words.append(known.get(written) or look(written))
            made.starts.append(match.start())
            made.ends.append(match.start() + len(written))
        return made

    def gap(self, at: int) -> str:
        """Return what stands between the word before and this one."""
        return (
            self.text[self.ends[at - 1] : self.starts[at]] if at else self.text[: self.starts[at]]
        )

    def begins(self, at: int) -> bool:
        """Return whether a sentence begins with the word, so that its capital says nothing."""
        if at == 0:
            return self.context.cell != "present"
        gap = self.gap(at)
        if not STOPS.intersection(gap):
            return False
        if gap in QUOTED and NICKNAME.search(self.text[: self.starts[at]]):
            return False
        before = self.words[at - 1]
        if not gap.startswith("."):
            return True
        initial = len(before.key) == 1 and not self.words[at].is_ordinary
        return not (initial or before.text.lower() in ABBREVIATED)

    def after(self, at: int) -> str:
        """Return the next word in lower case, or nothing when the sentence ends."""
        if at + 1 >= len(self.words) or BREAKS.intersection(self.gap(at + 1)):
            return ""
        return self.words[at + 1].text.lower()

    def before(self, at: int) -> str:
        """Return the word before in lower case, or nothing when the sentence begins."""
        if at == 0 or BREAKS.intersection(self.gap(at)):
            return ""
        return self.words[at - 1].text.lower()

    def is_owner(self, at: int) -> bool:
        """Return whether the word is in the possessive."""
        return self.text[self.ends[at] : self.ends[at] + 2] in POSSESSIVES

    def stands_alone(self, at: int) -> bool:
        """Return whether the word is an item of a list of people by itself."""
        before = self.gap(at).strip()
        after = self.gap(at + 1) if at + 1 < len(self.words) else self.text[self.ends[at] :]
        return self.context.cell == "present" and before in ("", ",") and after.strip() in ("", ",")

    def shouts(self, at: int) -> bool:
        """Return whether the words around are in capitals too, so that they say nothing."""
        if self.words[at].shape == LOWER or self.context.cell == "present":
            return False
        around = self.words[max(0, at - AROUND) : at] + self.words[at + 1 : at + 1 + AROUND]
        return any(map(_is_shouted, around)) and not any(map(_is_small, around))


def _is_shouted(word: Word) -> bool:
    plain = word.is_ordinary and not (word.is_acronym or word.exact)
    return plain and word.shape == UPPER and len(word.key) > 1


def _is_small(word: Word) -> bool:
    """Return whether the word has small letters, so that nobody wrote it in capitals throughout."""
    return word.shape != UPPER and len(word.key) > 1 and word.key.isalpha()
