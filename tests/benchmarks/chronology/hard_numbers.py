"""Telephone and NHS numbers, postcodes, days of birth, addresses, in the ways they are written."""

import random
from datetime import date, timedelta

from chronology.masking import Identifier
from tests.benchmarks.chronology.renamed import names_of

STREETS = names_of(
    "Larkspur Cotterdale Windle Albert Bramble Tollgate Station Mill Kestrel Victoria"
)
ENDS = names_of("Road Street Avenue Close Drive Lane Crescent Terrace Grove Way")
MONTHS = names_of(
    "January February March April May June July August September October November December"
)
REFERENCES = {
    "ref": names_of("12K/4471/09 CR/10293/08 204417 1183920 44/1186/10 K0482913"),
    "account": names_of("00481922 7719-0023-4 40118273"),
    "pupil": names_of("B820231009003 H38042100907B"),
    "collar": names_of("3307 881 14"),
    "plate": names_of("YX08KFT P421WDR WX11OPL"),
}
EMAILS = names_of("j.doe@example.org k_w99@example.co.uk first.last@mail.example.net")


class Numbers:
    """The numbers of one hard set: two of each kind that the cast has, others that it lacks."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.own = {kind: [self._new(kind) for _ in range(2)] for kind in ("phone", "nhs", "pc")}
        self.born = [self._day() for _ in range(3)]
        self.address = [self._address() for _ in range(2)]

    def identifiers(self) -> list[Identifier]:
        labels = {"phone": "[telephone number]", "nhs": "[NHS number]", "pc": "[postcode]"}
        kinds = {"phone": "phone", "nhs": "nhs_number", "pc": "postcode"}
        rows = [
            Identifier("c", each, kinds[kind], labels[kind])
            for kind, those in self.own.items()
            for each in those
        ]
        rows += [Identifier("c", f"{d:%d/%m/%Y}", "dob", "[date of birth]") for d in self.born]
        return rows + [
            Identifier(f"a{n}", each, "address", f"Address {n}", 1, "place", "ADDR", f"Address {n}")
            for n, each in enumerate(self.address, start=1)
        ]

    def written(self, kind: str, *, listed: bool) -> str:
        """A number of the kind in one of its layouts."""
        if kind == "dob":
            return self._dob(self.random.choice(self.born) if listed else self._day())
        if kind == "addr":
            return self.random.choice(self.address) if listed else self._address()
        if kind in REFERENCES:
            return self.random.choice(REFERENCES[kind])
        if kind == "email":
            return self.random.choice(EMAILS)
        number = self.random.choice(self.own[kind]) if listed else self._new(kind)
        return {"phone": self._phone, "nhs": self._nhs, "pc": self._pc}[kind](number)

    def _new(self, kind: str) -> str:
        dice = self.random.randrange
        if kind == "phone":
            ranges = ["07700 900", "01632 960", "0113 496 0", "0161 496 0"]
            return self.random.choice(ranges) + f"{dice(1000):03}"
        if kind == "nhs":
            return f"999 {dice(1000):03} {dice(10000):04}"
        end = self.random.choice("ABDEFGH") + self.random.choice("JLNPQRS")
        return f"QX{dice(1, 20)} {dice(1, 10)}{end}"

    def _day(self) -> date:
        return date(1965, 1, 1) + timedelta(days=self.random.randrange(16_000))

    def _address(self) -> str:
        flat = f"Flat {self.random.randrange(1, 9)}, " if self.random.random() < 0.3 else ""
        street = f"{self.random.choice(STREETS)} {self.random.choice(ENDS)}"
        return f"{flat}{self.random.randrange(1, 140)} {street}"

    def _phone(self, number: str) -> str:
        bare = number.replace(" ", "")
        if bare.startswith("07"):
            ways = [
                f"{bare[:5]} {bare[5:]}",
                bare,
                f"+44 {bare[1:5]} {bare[5:8]} {bare[8:]}",
                f"+44{bare[1:]}",
                f"{bare[:5]}-{bare[5:]}",
                f"{bare[:5]} {bare[5:8]} {bare[8:]}",
            ]
        else:
            cut = 5 if bare.startswith("01632") else 4
            ways = [
                f"({bare[:cut]}) {bare[cut:-3]} {bare[-3:]}",
                bare,
                f"{bare[:cut]} {bare[cut:]}",
                f"+44 (0){bare[1:cut]} {bare[cut:]}",
            ]
        return self.random.choice(ways)

    def _nhs(self, number: str) -> str:
        return number.replace(" ", self.random.choice([" ", "", "-", ".", "  "]))

    def _pc(self, number: str) -> str:
        return self.random.choice(
            [number, number.replace(" ", ""), number.lower(), number.replace(" ", "").lower()]
        )

    def _dob(self, day: date) -> str:
        ways = (
            f"{day:%d/%m/%Y}",
            f"{day:%d.%m.%y}",
            f"{day:%d/%m/%y}",
            f"{day.day} {MONTHS[day.month - 1]} {day.year}",
            f"{day.day}-{MONTHS[day.month - 1][:3]}-{day:%y}",
            f"{day.day}th {MONTHS[day.month - 1][:3]} {day.year}",
            f"{day:%d-%m-%Y}",
            f"{day:%d %m %Y}",
            f"{day:%Y-%m-%d}",
            f"{day.day}/{day.month}/{day:%y}",
        )
        return self.random.choice(ways)
