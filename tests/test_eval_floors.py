"""The floors under `make eval`: a table of measures, and what holds them."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.eval.floors import fallen, floors, hold


def test_a_measure_below_its_floor_is_named(tmp_path: Path) -> None:
    file = tmp_path / "floors.tsv"
    file.write_text("# measure, floor\nreadings: traps\t95.3\n", encoding="utf-8")
    assert fallen({"readings: traps": 94.7, "readings: new": 10.0}, file) == ["readings: traps: 94.7 %, and was 95.3 %"]
    assert fallen({"readings: traps": 95.3}, file) == []


def test_it_ends_the_run(capsys: pytest.CaptureFixture[str]) -> None:
    name, floor = next(iter(floors().items()))
    hold({name: floor})
    assert "floors held: 1 of 1" in capsys.readouterr().out
    with pytest.raises(SystemExit, match="Below the floor"):
        hold({name: floor - 1})
