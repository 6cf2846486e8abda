"""The page of the bad inputs, made of what a run gave."""

from tests.bad_inputs.bench import BadInputCase, InputEnding

_HEAD = """# Bad inputs

What a source may send, and what becomes of it. Every line was given by a run of `tests/graph/loads/test_bad_inputs.py`
with real files, the real loader and a real Neo4j; a test compares this page with the run, and
`LEADLINK_TEST_WRITE_BAD_INPUTS=1` writes it anew. Nothing ends in a crash, and nothing is changed without a word:
an input is loaded exactly, or a row is rejected with its place and reason, or a file is refused before its first row.
A refusal stands in the ledger, too, and never repeats what a cell holds.

| No. | Input | What happens | Message | 中文 |
|---|---|---|---|---|
"""


def written(ended: list[tuple[BadInputCase, InputEnding]], folder: str) -> str:
    """Return the page."""
    return _HEAD + "".join(_line(case, said, folder) for case, said in ended)


def _line(case: BadInputCase, said: InputEnding, folder: str) -> str:
    cells = (str(case.number), case.what, said.ending, said.en.replace(folder, "DATA"), said.zh.replace(folder, "DATA"))
    return "| " + " | ".join(_cell(each) for each in cells) + " |\n"


def _cell(text: str) -> str:
    shown = "".join(f"U+{ord(char):04X}" if not char.isprintable() else char for char in " ".join(text.split()))
    return shown.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("*", "\\*").replace("$", "\\$")
