"""Finds the parts of a workbook through their relationships, whatever the program that wrote it calls them."""

import posixpath
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

from loaders.readers.xlsx.package import document, folded_part

_ROOT = "_rels/.rels"


@dataclass(frozen=True)
class Relations:
    """What one part refers to."""

    names: dict[str, str]  # name as names are compared -> the zip's own
    folder: str
    found: tuple[tuple[str, str, str], ...]  # id, last word of the type, target as names are compared

    @staticmethod
    def of(package: zipfile.ZipFile, part: str = "") -> "Relations":
        """Return the relationships of a part, of the whole package where none is given."""
        names = {folded_part(name): name for name in package.namelist()}
        folder, _, name = folded_part(part).rpartition("/")
        listed = names.get(posixpath.join(folder, f"_rels/{name}.rels")) if part else names.get(_ROOT)
        each = document(package, listed) if listed else ()
        found = tuple(
            (one.get("Id", ""), one.get("Type", "").rpartition("/")[2], _target(one.get("Target", ""), folder))
            for one in each
            if one.get("TargetMode") != "External"
        )
        return Relations(names, folder, found)

    def by_id(self, wanted: str | None, kind: str) -> str | None:
        """Return the part that a relationship of this id and kind leads to, if it is there."""
        return next(
            (self.names.get(target) for each, type_, target in self.found if (each, type_) == (wanted, kind)), None
        )

    def by_kind(self, kind: str, usual: str) -> str | None:
        """Return the part of this kind, or the one with the usual name where no relationship tells."""
        told = [self.names[target] for _, type_, target in self.found if type_ == kind and target in self.names]
        return told[0] if told else self.names.get(posixpath.join(self.folder, usual))


def _target(stated: str, folder: str) -> str:
    path = unquote(stated).replace("\\", "/")
    return folded_part(posixpath.normpath(path if path.startswith("/") else posixpath.join("/", folder, path)))
