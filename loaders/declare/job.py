"""What the process that reads a file is told: which file, its form, the limits, and what must not come through."""

from dataclasses import dataclass

CLASSIFIED = "CLASSIFIED"


@dataclass(frozen=True)
class Limits:
    """How much reading one file may take; a declaration may raise them for its own source.

    `seconds` are of processor time, and of silence three times as many; `ratio` is that of one part of a workbook.
    """

    memory_mb: int = 512
    seconds: int = 60
    rows: int = 5_000_000
    unpacked_mb: int = 400
    ratio: int = 100


@dataclass(frozen=True)
class Rule:
    """Rows that must not come through: by a value in a column, or by words that a column holds.

    It refuses the whole file, or only the row, of which a receipt remains.
    """

    kind: str
    columns: tuple[str, ...]
    values: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    refuses: bool = True


@dataclass(frozen=True)
class FileForm:
    """How the file is to be read; `names` may stand in a line of JSON, a broken cell of a `used` column costs its row."""

    format: str
    encoding: str = "utf-8"
    delimiter: str = ","
    sheet: str | None = None
    header_row: int = 1
    header_lines: int = 1
    strict: bool = True
    names: tuple[str, ...] = ()
    used: tuple[str, ...] = ()
    lists: tuple[str, ...] = ()  # of JSON: a column inside one holds the values of all its elements
    key: tuple[str, ...] = ()  # every name under which a column of the key may come
    limits: Limits = Limits()

    @property
    def header_end(self) -> int:
        """Return the last line of the header."""
        return self.header_row + self.header_lines - 1


@dataclass(frozen=True)
class ReadingJob:
    """One reading of one file: `open` for its header, `check` for rows that refuse it, `read` for its rows."""

    step: str
    path: str
    form: FileForm
    stamp: tuple[int, ...] = ()
    columns: tuple[str, ...] = ()  # as the header check has settled them
    key: tuple[str, ...] = ()
    rules: tuple[Rule, ...] = ()

    @staticmethod
    def of(told: dict[str, object]) -> "ReadingJob":
        """Return the job that was sent as JSON."""
        form: dict[str, object] = dict(told["form"])  # type: ignore[call-overload]
        form["limits"] = Limits(**form["limits"])  # type: ignore[arg-type]
        rules = [Rule(**rule) for rule in told["rules"]]  # type: ignore[attr-defined]
        return ReadingJob(**{**told, "form": FileForm(**form), "rules": tuple(rules)})  # type: ignore[arg-type]


@dataclass(frozen=True)
class FileLook:
    """What the first reading of a file has found."""

    header: list[object]
    sha256: str
    size: int
    stamp: tuple[int, ...]
    most_rows: int = 0  # it cannot hold more
    notes: tuple[str, ...] = ()  # what was passed over knowingly, such as further sheets
