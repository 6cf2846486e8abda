"""Who may read what: a mention may rest only on what every reader of the mention may read."""

from collections.abc import Iterable, Mapping

from graph_service.rights.audiences import EVERYONE, audience_number
from graph_service.rights.roles import Roles


class Rights:
    """Audiences by number: who may read the mentions of a matter, and on what they may rest."""

    def __init__(self, readers: Mapping[int, Iterable[str]], roles: Roles) -> None:
        self._roles = roles
        self._readers = {number: frozenset(tokens) for number, tokens in readers.items()}
        self._open: dict[int, frozenset[int]] = {}

    def insiders(self, audience: int) -> tuple[int, list[str]]:
        """Return the audience of a matter without partners from outside, who may not read the registers; its readers."""
        tokens = self._readers.get(audience, frozenset())
        inside = frozenset(token for token in tokens if self._roles.is_inside(token))
        if not inside or inside == tokens:
            return audience, sorted(tokens)
        number = audience_number(inside)
        self._readers.setdefault(number, inside)
        return number, sorted(inside)

    def narrowest(self, audiences: Iterable[int]) -> int | None:
        """Return the one of these audiences whose readers may read all the others, or None where there is none."""
        wanted = set(audiences)
        return next((audience for audience in sorted(wanted) if wanted <= self.open_to(audience)), None)

    def common(self, audiences: Iterable[int]) -> tuple[int, list[str]]:
        """Return the audience of those who may read all of these, and its readers; nobody where no two sets meet."""
        shared: frozenset[str] | None = None
        for audience in set(audiences):
            tokens = self._readers.get(audience, frozenset())
            shared = tokens if shared is None else self._in_both(shared, tokens)
        readers = shared or frozenset()
        number = audience_number(readers)
        self._readers.setdefault(number, readers)
        return number, sorted(readers)

    def _in_both(self, one: frozenset[str], other: frozenset[str]) -> frozenset[str]:
        both = one & other
        for open_set, tokens in ((one, other), (other, one)):
            if EVERYONE in open_set:
                both |= {token for token in tokens if self._roles.is_inside(token)}
        return both

    def open_to(self, audience: int) -> frozenset[int]:
        """Return the audiences that everybody in this one may read, itself included."""
        if audience not in self._open:
            wanted = self._readers.get(audience, frozenset())
            all_inside = all(self._roles.is_inside(token) for token in wanted)
            holding = {
                number
                for number, tokens in self._readers.items()
                if (EVERYONE in tokens and all_inside) or (wanted and wanted <= tokens)
            }
            self._open[audience] = frozenset(holding | {audience})
        return self._open[audience]
