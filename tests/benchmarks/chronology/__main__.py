"""Runs every benchmark of the chronology over sets whose truth is known.

    python -m tests.benchmarks.chronology [--data FOLDER] [--only NAME]

Standard output has one JSON object a line. Without `--data`, the sets kept in `data/` are used.
"""

import argparse
import json
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.benchmarks.chronology import gaps, masking, matching, reading
from tests.benchmarks.chronology.sets import unpacked

CASES: dict[str, Callable[[Path], Iterable[dict]]] = {
    "reading": reading.figures,
    "masking": masking.figures,
    "matching": matching.figures,
    "silence": gaps.figures,
}


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.chronology")
    parser.add_argument("--data", type=Path, help="a folder with sets laid out in the same way")
    parser.add_argument("--only", default="", choices=["", *CASES])
    options = parser.parse_args(arguments)
    with unpacked(options.data) as folders:
        for name, figures in CASES.items():
            for folder in folders if options.only in ("", name) else ():
                for each in figures(folder):
                    print(json.dumps(each), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
