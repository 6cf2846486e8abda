"""The desk's sources against the types of what it asks, and its own small tests."""

import shutil
from pathlib import Path

from graph_service.web.desk import DESK
from graph_service.web.node import find_node
from tests.clients.packages import desk_modules
from tests.unit.tree import ROOT


def test_the_desk_fits_its_types_and_passes_its_own_tests(tmp_path: Path) -> None:
    modules, node = desk_modules(), find_node()
    desk = Path(
        shutil.copytree(DESK.sources, tmp_path / "desk", ignore=shutil.ignore_patterns("node_modules", "types"))
    )
    (desk / "node_modules").symlink_to(modules)
    (tmp_path / "schema").mkdir()
    shutil.copy(ROOT / "schema" / "api.graphql", tmp_path / "schema")

    node.run(["node_modules/@graphql-codegen/cli/esm/bin.js", "--config", "codegen.ts"], desk)
    node.run(["node_modules/typescript/bin/tsc", "--noEmit"], desk)
    node.run(["node_modules/vitest/vitest.mjs", "run"], desk)
