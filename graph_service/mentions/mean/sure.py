"""Which entities a text names surely enough for the graph to say so; nothing is written here."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from graph_service.mentions.text.mention import Because, Mention, MentionState


@dataclass(frozen=True, slots=True)
class SureNaming:
    """An entity that the text names and the register entry does not, in the words of the text."""

    entity: str
    as_named: str
    certainty: float
    because: Because


def sure_namings(mentions: Iterable[Mention], named: Collection[str]) -> list[SureNaming]:
    """Return one naming per entity that some mention is sure of and that is not named already, by uid."""
    found: dict[str, SureNaming] = {}
    for mention in mentions:
        if mention.state is MentionState.SURE and len(mention.referents) == 1:
            entity = mention.referents[0].uid
            before = found.get(entity)
            if entity not in named and (before is None or before.certainty < mention.certainty):
                found[entity] = SureNaming(entity, mention.text, mention.certainty, mention.because)
    return [found[entity] for entity in sorted(found)]
