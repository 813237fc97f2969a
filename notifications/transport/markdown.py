"""Plain text as GOV.UK Notify is to be given it: it reads every body as Markdown."""

import re

BLOCKS = tuple("#*+-_~`|>")  # at the beginning of a line they make headings, lists, rules, tables
# Notify reads these too, and a backslash does not keep it from doing so.
BLOCKS_OF_ITS_OWN = tuple("^=•")
NUMBERED = re.compile(r"^(\d+)\.")
MEANT = re.compile(r"([\\\[\]])")
ADDRESS = ("https://", "http://")


def literally(text: str) -> str:
    """Return the text so that Notify shows it as it is, line for line; addresses stay links."""
    return "\n".join(_line(line.strip()) for line in text.splitlines())


def _line(line: str) -> str:
    if line.startswith(ADDRESS):
        return line
    line = NUMBERED.sub(r"\1\\.", MEANT.sub(r"\\\1", line))
    if line.startswith(BLOCKS):
        return f"\\{line}"
    return f"\N{NO-BREAK SPACE}{line}" if line.startswith(BLOCKS_OF_ITS_OWN) else line
