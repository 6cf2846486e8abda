"""Where a page of a sorted list ends and the next begins: the values that a cursor holds, and what comes after them."""

from graph_service.cypher.order import Keys, Order, beyond, sorting


def sort_of(ties: Keys, by: Order | None, conditions: tuple[str, ...] = ()) -> str:
    """Return what `ORDER BY` takes: the order that was chosen, then what breaks its ties."""
    rest = untied(ties, by)
    return ", ".join(filter(None, (by.sort(conditions) if by else None, sorting(rest))))


def untied(ties: Keys, by: Order | None) -> Keys:
    """Return what breaks the ties of an order: what it sorts by itself is left out."""
    return tuple(key for key in ties if by is None or key.stands_for != by.expression)


def keys_of(ties: Keys, by: Order | None) -> str:
    """Return the list of the values that the cursor of a row holds."""
    told = f"[{', '.join(key.expression for key in ties)}]"
    return f"[{told}, {f'toString({by.expression})' if by.cast else by.expression}]" if by else f"[{told}]"


def after(ties: Keys, by: Order | None, is_null: bool) -> str:
    """Return the condition that a row comes after the one whose values are in `$after_tie` and `$after_key`."""
    told = beyond(ties)
    if by is None:
        return told
    value, key = by.expression, f"{by.cast}($after_key)" if by.cast else "$after_key"
    if is_null:
        return f"{value} IS NULL AND ({told})"
    return f"{value} {'<' if by.descending else '>'} {key} OR ({value} = {key} AND ({told})) OR {value} IS NULL"
