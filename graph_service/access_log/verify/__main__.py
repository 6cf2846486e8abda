"""Checks an access log: `python -m graph_service.access_log.verify FOLDER [--key FILE] [--anchors FOLDER]`.

Exit code 0: whole; 1: changed, and where; 2: there is nothing to check. The folder `verify` may be copied anywhere and run
by itself: `python -m verify`.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

from .check import Check
from .heads import Key
from .report import Report


def main(arguments: Sequence[str] | None = None) -> int:
    """Check a log, print what was found, and return the exit code."""
    parser = argparse.ArgumentParser(prog="leadlink log verify", description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path, help="folder of the log")
    parser.add_argument("--key", type=Path, help="public key, best the copy that lies elsewhere")
    parser.add_argument("--anchors", type=Path, help="folder of the heads that were anchored outside")
    parser.add_argument("--part", action="store_true", help="earlier files are kept elsewhere")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    given = parser.parse_args(arguments)
    try:
        key = Key((given.key or given.folder / "public_key.pem").read_bytes())
        anchors = sorted(given.anchors.glob("*.head")) if given.anchors else []
    except (OSError, ValueError) as error:
        print(f"the key cannot be read: {error}", file=sys.stderr)
        return 2
    report = Check(given.folder, key, anchors, given.part).run()
    if not report.entries and not report.faults:
        print(f"there is no log in {given.folder}", file=sys.stderr)
        return 2
    _print(report, given)
    return 1 if report.faults else 0


def _print(report: Report, given: argparse.Namespace) -> None:
    if given.json:
        print(json.dumps(asdict(report)))
        return
    for fault in report.faults:
        print(f"FAULT {fault.file}:{fault.line}, entries {fault.first} to {fault.last}: {fault.what}")
    for note in report.notes:
        print(f"note: {note}")
    held = f"{report.signed} under a checkpoint, {report.anchored} under an anchor"
    print(f"{report.entries} entries, {held}: {'CHANGED' if report.faults else 'whole'}")
    if not given.key:
        print("note: the key is the one that lies beside the log; give --key with the copy kept elsewhere")
    if not given.anchors:
        print("note: nothing was compared with anchors, so a log cut at its end cannot be told")


if __name__ == "__main__":
    raise SystemExit(main())
