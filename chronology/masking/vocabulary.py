"""What English and the field mean by a word: ordinary, a title, a role, an acronym, a name."""

import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

COURTESIES = {
    "mr": "m", "mrs": "f", "ms": "f", "miss": "f", "master": "m", "mx": "", "sir": "m", "lady": "f",
    "madam": "f", "messrs": "m",
}  # fmt: skip
SPELT = {"s/n": "sn", "professor": "prof", "doctor": "dr", "sergeant": "sgt", "ps": "ps"}
GLUED = frozenset(["o", "d", "mc", "mac", "st", "al", "el", "abd", "abdul", "n", "ni", "nic", "ui"])
BARRED = str.maketrans("łŁøØđĐ", "lLoOdD")  # no accent can be taken off these
ENDINGS = (
    "s",
    "es",
    "ed",
    "d",
    "ing",
    "ly",
    "er",
    "r",
    "est",
    "ness",
    "ment",
    "able",
    "ful",
    "less",
)
NEVER_DOUBLED = frozenset("aehijkoquvwxy")  # before an ending that English puts on
STARTS = ("un", "re", "mis", "over", "non", "pre", "out", "under", "dis", "in")


@lru_cache(maxsize=100_000)
def fold(text: str) -> str:
    """Return the word as it is compared: lower case, no accents, apostrophes, hyphens or breaks."""
    plain = unicodedata.normalize(
        "NFKD", text.replace("ł", "l").replace("Ł", "L").replace("ø", "o")
    )
    return "".join(c for c in plain.casefold() if c.isalnum())


@lru_cache(maxsize=100_000)
def sound_of(word: str) -> str:
    """Return a folded word with what is said alike written alike: `poppie` as `poppy`."""
    for written, said in (("ph", "f"), ("ck", "k"), ("ay", "ai"), ("y", "i"), ("ee", "i")):
        word = word.replace(written, said)
    word = word.removesuffix("e") if word.endswith("ie") else word
    word = f"{word[:-2]}i" if word.endswith("ei") else word
    return "".join(c for c, before in zip(word, " " + word, strict=False) if c != before)


@cache
def listed(name: str) -> frozenset[str]:
    """Return the lines of a list that lies beside this module."""
    return frozenset(line.strip() for line in listed_lines(name))


@cache
def families(name: str) -> dict[str, frozenset[str]]:
    """Return the sets of words in a list whose lines begin with what each set is called."""
    pairs = (line.partition(": ") for line in listed_lines(name))
    return {called: frozenset(words.split()) for called, _, words in pairs}


def listed_lines(name: str) -> list[str]:
    """Return the lines as they are written."""
    path = files("chronology.masking").joinpath("words", f"{name}.txt")
    return path.read_text(encoding="utf-8").splitlines()


NOBODY_IN_PARTICULAR = tuple(listed_lines("nobody"))
BUILT = tuple(listed_lines("endings"))  # of words that are long and nobody's name
RANKS = listed("ranks")
PARTICLES = listed("particles")
WEEKDAYS_MONTHS = listed("months")


@cache
def _ordinary() -> frozenset[str]:
    both = listed("ordinary_a_to_m") | listed("ordinary_n_to_z")
    return both | {word.replace("-", "").replace("'", "") for word in both}


def _stems(word: str) -> list[str]:
    """Return what the word may have been before an ending was put on it."""
    found = []
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            stem = word[: -len(ending)]
            if stem[-1] == ending[0] == "e" or (ending in ("d", "r") and stem[-1] != "e"):
                continue  # `Milees` is no form of `mile`, `Starr` none of `star`
            found += [stem, stem + "e"]
            if stem[-1] == stem[-2] and stem[-1] not in NEVER_DOUBLED:
                found.append(stem[:-1])
            if stem[-1] == "i":
                found.append(stem[:-1] + "y")
    return found


@lru_cache(maxsize=100_000)
def is_ordinary(word: str) -> bool:
    """Return whether a folded word is English that a chronology may hold without naming anybody."""
    if _known(word) or _is_built(word):
        return True
    for start in STARTS:
        rest = word[len(start) :]
        if word.startswith(start) and len(rest) >= 4 and _known(rest):
            return True
    return False


def _is_built(word: str) -> bool:
    """Return whether a long word has an ending that English words have and names have not."""
    return len(word) >= 8 and word.endswith(BUILT) and not (is_first_name(word) or is_surname(word))


def is_only_built(word: str) -> bool:
    """Return whether nothing but its ending tells that the word is English."""
    return _is_built(word) and not _known(word) and not is_english(word)


def _known(word: str) -> bool:
    return word in _ordinary() or any(stem in _ordinary() for stem in _stems(word))


def is_plainly_ordinary(word: str) -> bool:
    """Return whether the word itself is in the lists, no ending taken off."""
    return word in _ordinary()


def is_english(word: str) -> bool:
    """Return whether a dictionary has the word, rare as it may be in a chronology."""
    rare = listed("english")
    doubled = word.endswith(("ees", "iis", "uus"))
    return word in rare or (not doubled and any(stem in rare for stem in _stems(word)))


def is_first_name(word: str) -> bool:
    return word in listed("first_names")


def is_surname(word: str) -> bool:
    return word in listed("surnames") or (word.endswith("s") and word[:-1] in listed("first_names"))


def is_acronym(word: str) -> bool:
    return word in listed("acronyms")


def is_proper_noun(word: str) -> bool:
    """Return whether it is a medicine, a system, a shop, a country: capital, and nobody's name."""
    return word in listed("proper_nouns") or _is_medicine(word)


def _is_medicine(word: str) -> bool:
    endings = ("cillin", "mycin", "azole", "pram", "zepam", "profen", "statin", "olol", "oxetine")
    return len(word) > 6 and word.endswith(endings)
