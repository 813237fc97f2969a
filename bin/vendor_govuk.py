#!/usr/bin/env python3
"""Copy GOV.UK Frontend from npm into static/govuk, without what a service off GOV.UK may not use.

Run by hand when VERSION moves on: `bin/vendor_govuk.py` (needs npm and the network).
The licence covers the code, not the crown, the crest or the GDS Transport typeface.
"""

import re
import subprocess
import tarfile
import tempfile
from pathlib import Path

VERSION = "5.14.0"
HERE = Path(__file__).resolve().parent.parent / "static" / "govuk"
BUILD = "package/dist/govuk/"

# What to change in the style sheet, by what, and how often it is there: a release that has moved
# on fails here instead of bringing the typeface back.
STYLE_CHANGES = (
    (r"@font-face\{font-family:GDS Transport;[^}]*\}", "", 2),
    (r"GDS Transport,arial,sans-serif", "Helvetica,Arial,sans-serif", 57),
    (r"url\(/assets/images/govuk-crest\.svg\)", "none", 3),
    (r"\s*/\*# sourceMappingURL=[^*]*\*/", "", 1),
)
SCRIPT_CHANGES = ((r"\s*//# sourceMappingURL=\S*", "", 1),)


def changed(text: str, changes: tuple[tuple[str, str, int], ...]) -> str:
    """Return `text` with every change made exactly as often as it was expected."""
    for pattern, replacement, expected in changes:
        text, found = re.subn(pattern, replacement, text)
        if found != expected:
            raise SystemExit(
                f"Expected {expected} of {pattern!r}, found {found}: read the release notes."
            )
    return text


def fetched(version: str, into: Path) -> dict[str, str]:
    """Return the two built files of a published version, by name."""
    package = f"govuk-frontend@{version}"
    subprocess.run(["npm", "pack", "--silent", package], cwd=into, check=True, capture_output=True)
    names = ("govuk-frontend.min.css", "govuk-frontend.min.js")
    with tarfile.open(into / f"govuk-frontend-{version}.tgz") as archive:
        return {name: archive.extractfile(BUILD + name).read().decode() for name in names}


def main() -> None:
    """Replace the two files in static/govuk by those of VERSION."""
    with tempfile.TemporaryDirectory() as directory:
        files = fetched(VERSION, Path(directory))
    style = changed(files["govuk-frontend.min.css"], STYLE_CHANGES)
    script = changed(files["govuk-frontend.min.js"], SCRIPT_CHANGES)
    (HERE / "govuk-frontend.min.css").write_text(style.rstrip() + "\n")
    (HERE / "govuk-frontend.min.js").write_text(script.rstrip() + "\n")
    print(f"govuk-frontend {VERSION} is in {HERE.name}/")


if __name__ == "__main__":
    main()
