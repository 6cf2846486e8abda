"""Several names in one cell: 教育局;体育局 of a unit that two were made into."""

import re

_APART = re.compile(r"\s*[;；、,，/|\n]\s*")
_NAME = re.compile(r".{2,}[局委会院校所站司社厂部室心处办店行中小学园场村队团政府镇乡]")


def several_names(cell: str) -> list[str]:
    """Return the names of units that a cell holds, the cell itself where its parts are none: 文化、体育和旅游局 is one."""
    parts = [part for part in _APART.split(cell) if part]
    return parts if len(parts) > 1 and all(map(_NAME.fullmatch, parts)) else [cell]
