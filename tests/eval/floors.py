"""What a measure may not fall below: `floors.tsv`. A floor only rises, with the work that raised the measure.

A measure that could not be taken, since its data are not here, is not asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FILE = Path(__file__).with_name("floors.tsv")


def floors(file: Path = FILE) -> dict[str, float]:
    """The floor of each measure, in per cent."""
    rows = [line.split("\t") for line in file.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    return {measure: float(floor) for measure, floor in rows}


def fallen(measured: Mapping[str, float], file: Path = FILE) -> list[str]:
    """What is below its floor, in words."""
    known = floors(file)
    return [f"{name}: {value:.1f} %, and was {known[name]:.1f} %" for name, value in measured.items()
            if value < known.get(name, 0.0)]  # fmt: skip


def hold(measured: Mapping[str, float]) -> None:
    """Ends with exit code 1 and the reason if a measure (in per cent) fell below its floor."""
    if lost := fallen(measured):
        raise SystemExit("Below the floor:\n    " + "\n    ".join(lost))
    print(f"floors held: {len(floors().keys() & measured.keys())} of {len(measured)} measures have one")
