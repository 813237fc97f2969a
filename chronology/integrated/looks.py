"""How far an agency's colour goes: its letters alone, or its whole rows. Never colour alone."""

from boards.listing import Choice

COLOUR, ROWS = "colour", "rows"
BY_COLOUR = Choice(
    COLOUR,
    "Colour",
    lambda rows, _: rows,  # it leaves nothing out
    options=[("", "Agency’s letters alone"), (ROWS, "Agency’s whole rows")],
)
