"""The ethnicity groups of the 2001 census as used in the national returns (recalled)."""

ETHNICITIES: list[tuple[str, list[tuple[str, str]]]] = [
    (
        "White",
        [
            ("white_british", "White British"),
            ("white_irish", "White Irish"),
            ("traveller_irish", "Traveller of Irish heritage"),
            ("gypsy_roma", "Gypsy or Roma"),
            ("white_other", "Any other White background"),
        ],
    ),
    (
        "Mixed",
        [
            ("white_black_caribbean", "White and Black Caribbean"),
            ("white_black_african", "White and Black African"),
            ("white_asian", "White and Asian"),
            ("mixed_other", "Any other mixed background"),
        ],
    ),
    (
        "Asian or Asian British",
        [
            ("indian", "Indian"),
            ("pakistani", "Pakistani"),
            ("bangladeshi", "Bangladeshi"),
            ("asian_other", "Any other Asian background"),
        ],
    ),
    (
        "Black or Black British",
        [
            ("caribbean", "Caribbean"),
            ("african", "African"),
            ("black_other", "Any other Black background"),
        ],
    ),
    (
        "Other",
        [
            ("chinese", "Chinese"),
            ("other", "Any other ethnic group"),
            ("refused", "Declined to say"),
            ("not_known", "Not known"),
        ],
    ),
]

ETHNICITY_NAMES: dict[str, str] = {
    code: name for _group, choices in ETHNICITIES for code, name in choices
}
