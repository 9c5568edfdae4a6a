"""A deck as text that Anki imports over notes it has: only the columns that stand here change.

Anki takes the columns behind guid, note type and deck for the note type's fields, in order. Each row ends before the
learner's own field, so that stays as it is; tags have no column, so they do too.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

HEAD = "#separator:tab\n#html:true\n#guid column:1\n#notetype column:2\n#deck column:3\n"


def dump(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows of guid, note type, deck and the fields' HTML up to the learner's own -> UTF-8."""
    out = io.StringIO()
    csv.writer(out, "excel-tab", lineterminator="\n", quoting=csv.QUOTE_ALL).writerows(rows)
    return (HEAD + out.getvalue()).encode()
