"""A small invented cast for the tests of masking."""

from chronology.masking import Cast, Identifier

FAMILY = (
    ("p1", "Mother", "M", "Stacey Hartley", ("Stace",), "Ms"),
    ("p2", "Father", "F", "Mark O'Brien", (), "Mr"),
    ("p3", "Child A", "C", "Jayden Hartley", ("Jay",), ""),
    ("p4", "Sibling 1", "C", "Grace Hartley", (), ""),
    ("p5", "MGM", "MGM", "Agnieszka van der Berg", (), "Mrs"),
    ("p6", "Mother's Partner", "P", "Will Young", (), "Mr"),
)
WORKERS = (
    ("w1", "Social Worker 1", "SW", "CSC", "May Smith-Jones", "Ms", "SW"),
    ("w2", "PC 1", "PC", "POL", "Dean Hartley", "Mr", "PC"),
    ("w3", "GP1", "GP", "GP", "Farzana Chowdhury", "Mrs", "Dr"),
)
PLACES = (
    ("a1", "Address 1", "ADDR", "Flat 1, 27 Larch Close", "address"),
    ("a1", "Address 1", "ADDR", "Flat 1, 27 Larch Close, Ellerthwaite", "address_full"),
    ("s1", "School 1", "SCHOOL", "St Hilda's RC Primary", "name"),
    ("s1", "School 1", "SCHOOL", "St Hilda's", "short_name"),
    ("h1", "Hospital 1", "HOSP", "CGH", "initials"),
)
NUMBERS = (
    ("p1", "07700 900921", "phone", "[telephone number]"),
    ("p3", "999 827 4095", "nhs_number", "[NHS number]"),
    ("p3", "13/09/2001", "dob", "[date of birth]"),
    ("a1", "QX18 6PP", "postcode", "[postcode]"),
)


def a_cast() -> Cast:
    """Return the cast, every person with the forms that people.csv gives them."""
    return Cast.of([*_family(), *_workers(), *_places(), *_numbers()])


def _family() -> list[Identifier]:
    rows = []
    for person, label, role, full, short, title in FAMILY:
        first, surname = full.split(" ", 1)
        forms = [(full, "full"), (first, "first"), (surname, "surname")]
        forms += [(name, "nickname") for name in short]
        forms += [(f"{title} {surname}", "title_surname")] if title else []
        initials = first[0] + surname[0].upper()
        forms += [(initials, "initials")]
        rows += [
            Identifier(person, text, kind, label, 1, "family", role, label) for text, kind in forms
        ]
    return rows


def _workers() -> list[Identifier]:
    rows = []
    for person, label, role, agency, full, title, rank in WORKERS:
        first, surname = full.split(" ", 1)
        forms = [
            (full, "full"), (first, "first"), (surname, "surname"),
            (f"{first[0]} {surname}", "initial_surname"), (f"{title} {surname}", "title_surname"),
            (f"{rank} {surname}", "prefix_surname"), (f"{rank} {full}", "prefix_full"),
        ]  # fmt: skip
        if rank == "PC":
            forms += [("PC 129", "collar_number"), ("PC 129 Hartley", "collar_number_surname")]
        rows += [
            Identifier(person, text, kind, label, 1, "professional", role, label, agency)
            for text, kind in forms
        ]
    return rows


def _places() -> list[Identifier]:
    return [
        Identifier(p, text, kind, label, 1, "place", role, label)
        for p, label, role, text, kind in PLACES
    ]


def _numbers() -> list[Identifier]:
    return [Identifier(p, text, kind, label) for p, text, kind, label in NUMBERS]
