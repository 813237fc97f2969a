"""Casts whose names are often ordinary words, with forms that people.csv lists and forms it lacks."""

import random
from dataclasses import dataclass, field

from chronology.masking import Identifier
from chronology.masking.vocabulary import is_ordinary

WORD_FIRSTS = (
    "Mark Bill Frank Rose Will Hope May June Grace Faith Dean Chase Joy Dawn Summer Penny Amber Robin"
    " Jack Pat Sue Drew Rob Nick Ray Ruby Poppy Holly Ivy Daisy Violet Lily Olive Heather Iris Guy Art"
    " Gene Victor Melody Destiny Honey Star Sky Brook River Autumn Eve Carol Christian Miles Chance"
    " Skip Sandy Max Clay Hazel Ginger Pearl Crystal Trinity Lance Dale Glen Cliff Rich Grant Reed"
    " Rocky Earl Duke Prince Jade Coral April Mercy Patience Charity Constance Prudence Kitty"
).split()
WORD_LASTS = (
    "Young Brown Wood Long Cook Bishop Mason Marsh Field Park Hill Price Rich Sharp Short Day Winter"
    " Summers Page Baker Black White Green Bell Ball Bush Carter Cross Early English Fish Flood Fox"
    " Frost Gold Good Head House Hunt Judge King Knight Lane Law Little Love Major Moon Moss Noble"
    " North Peace Pepper Pool Pope Power Rain Reading Read Rice Root Savage Shore Snow Speed Stone"
    " Street Strong Sweet Swift Tower Walker Wall Ward Waters Wells West Wise Music Bond Grant"
).split()
FIRSTS = (
    "Kayleigh Shannon Declan Connor Leanne Tracey Darren Wayne Chantelle Jordan Kieran Aaliyah Yusuf"
    " Ayaan Hamza Zainab Nasreen Imran Sanjit Harpreet Gurpreet Tomasz Katarzyna Wiktoria Mateusz"
    " Ionela Florin Bogdan Oluwaseun Chidi Ngozi Temitope Kwabena Ama Tariq Maryam Fatoumata Ibrahima"
    " Mehmet Ayse Linh Thuy Wei Xiulan Joao Beatriz Rhys Cerys Eilidh Hamish Orla Niamh Cormac Roisin"
    " Lacey-Mae Tyler-James Ebony Tyrese Shanice Marlon Desmond Winston Bernadette Philomena Doreen"
    " Maureen Trevor Nigel Gareth Alistair Rupert Lucinda Jemima Keziah Ezekiel Zion Skye Kai Ellie"
).split()
LASTS = (
    "Postlethwaite Ramsbottom Entwistle Hargreaves Thistlewood Birtwistle Crabtree Duckworth Fairclough"
    " Nowakowski Lewandowska Wojcik Ionescu Popescu Dumitrescu Adebayo Okafor Eze Mensah Boateng Diallo"
    " Yilmaz Demir Tran Pham Zhang Huang Ferreira Teixeira Llewellyn Pritchard Bevan McAllister"
    " MacDonald O'Sullivan O'Callaghan Gallagher Donnelly Ahmed Hussain Malik Qureshi Sharma Patel"
    " Dhillon Sandhu Bains Uddin Miah Rahman Warsame Jama Farah Hirsi Tekle Ghebremariam Vasquez"
    " Featheringham Armitage-Shaw Bickerstaffe Cholmondeley Wrigglesworth Tattersall Pickersgill"
).split()
FAMILY = {
    "m": ("M", "Mother"), "f": ("F", "Father"), "p": ("P", "Mother's Partner"), "c": ("C", "Child A"),
    "s": ("C", "Sibling 1"), "g": ("G", "MGM"),
}  # fmt: skip
WORKERS = {
    "sw": ("SW", "Social Worker 1", "CSC", "SW"), "sw2": ("SW", "Social Worker 2", "CSC", "SW"),
    "hv": ("HV", "HV1", "HV", "HV"), "hv2": ("HV", "HV2", "HV", "HV"), "gp": ("GP", "GP1", "GP", "Dr"),
    "pc": ("PC", "PC 1", "POL", "PC"), "pc2": ("PC", "PC 2", "POL", "PC"),
    "t": ("TEACH", "Teacher 1", "SCH", "Mrs"), "dr": ("DR", "Doctor 1", "AE", "Dr"),
    "hn": ("HO", "Housing Officer 1", "HOU", "HO"), "po": ("PO", "Probation Officer 1", "PROB", "PO"),
    "po2": ("YOTW", "YOT Worker 1", "YOT", "YOTW"), "cw": ("CW", "CAMHS Worker 1", "CAMHS", "Ms"),
    "mw": ("MW", "Midwife 1", "MW", "MW"),
}  # fmt: skip
VOWELS = "aeiou"


@dataclass
class Someone:
    """A person of a hard cast: what is written, and the lines that the cast has of them."""

    id: str
    first: str
    last: str
    role: str
    label: str
    agency: str = ""
    prefix: str = ""
    title: str = "Ms"
    nick: str = ""
    rows: list[tuple[str, str]] = field(default_factory=list)

    @property
    def full(self) -> str:
        return f"{self.first} {self.last}"


class HardCast:
    """Everybody of one hard set."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        half = (len(FAMILY) + len(WORKERS)) // 2 + 1
        firsts = self.random.sample(WORD_FIRSTS, half) + self.random.sample(FIRSTS, half)
        lasts = self.random.sample(WORD_LASTS, half) + self.random.sample(LASTS, half)
        self.random.shuffle(firsts)
        self.random.shuffle(lasts)
        self.strangers = [n for n in FIRSTS if n not in firsts], [n for n in LASTS if n not in lasts]
        self.people: dict[str, Someone] = {}
        names = zip(firsts, lasts, strict=True)
        for key, (role, label) in FAMILY.items():
            self.people[key] = self._relative(key, role, label, *next(names))
        for key, (role, label, agency, prefix) in WORKERS.items():
            self.people[key] = self._worker(key, role, label, agency, prefix, *next(names))
        self.identifiers = [
            Identifier(
                who.id, text, kind, who.label, 1, "professional" if who.agency else "family",
                who.role, who.label, who.agency,
            )
            for who in self.people.values()
            for text, kind in who.rows
        ]  # fmt: skip

    def _relative(self, key: str, role: str, label: str, first: str, last: str) -> Someone:
        title = {"m": "Ms", "g": "Mrs"}.get(key, "Mr")
        who = Someone(key, first, last, role, label, title=title, nick=nickname(first))
        who.rows = [
            (who.full, "full"), (first, "first"), (last, "surname"), (who.full.upper(), "full_upper"),
            (last.upper(), "surname_upper"), (first[0] + last[0], "initials"),
            (f"{first[0]}.{last[0]}.", "initials_dotted"),
        ]  # fmt: skip
        if role != "C":
            who.rows.append((f"{title} {last}", "title_surname"))
        if who.nick:
            who.rows.append((who.nick, "nickname"))
        if self.random.random() < 0.5:
            who.rows.append((self.misspelt(first), "misspelt_first"))
        return who

    def _worker(
        self, key: str, role: str, label: str, agency: str, prefix: str, first: str, last: str
    ) -> Someone:  # fmt: skip
        who = Someone(key, first, last, role, label, agency, prefix, self.random.choice(["Ms", "Mr"]))
        who.rows = [
            (who.full, "full"), (first, "first"), (last, "surname"), (f"{first[0]} {last}", "initial_surname"),
            (f"{prefix} {last}", "prefix_surname"), (f"{prefix} {who.full}", "prefix_full"),
            (f"{who.title} {last}", "title_surname"),
        ]  # fmt: skip
        return who

    def misspelt(self, name: str) -> str:
        """One slip of the fingers or the ear; never one that makes another word of English."""
        for _ in range(20):
            made = self._slip(name)
            if made.casefold() != name.casefold() and not is_ordinary(made.casefold()):
                return made
        return name

    def _slip(self, name: str) -> str:
        at = self.random.randrange(1, len(name) - 1) if len(name) > 3 else len(name) - 1
        kind = self.random.choice(["swap", "drop", "double", "vowel"]) if len(name) > 3 else "double"
        if kind == "swap" and at + 1 < len(name):
            return name[:at] + name[at + 1] + name[at] + name[at + 2 :]
        if kind == "drop":
            return name[:at] + name[at + 1 :]
        places = [n for n, letter in enumerate(name) if n and letter in VOWELS]
        if kind == "vowel" and places:
            at = self.random.choice(places)
            return name[:at] + self.random.choice(VOWELS.replace(name[at], "")) + name[at + 1 :]
        return name[:at] + name[at] + name[at:]


def nickname(first: str) -> str:
    """The beginning of a longer name, where it is no word."""
    short = first[:4] if len(first) > 7 else first[:3]
    return short if len(first) > 5 and not is_ordinary(short.casefold()) else ""
