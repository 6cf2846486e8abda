"""What the maps of query files show of nodes that the operation does not select: a sentence names whom it is about."""

from collections.abc import Collection

from graphql import GraphQLNonNull, GraphQLObjectType, GraphQLSchema

from graph_service.model import ABSTRACT, snake
from schema import KINDS

_SENTENCES = {"sentence", "sentenceZh"}
_NAMED = {  # whom the sentences of a row name, as far as no field of the row's own is a single node
    "Evidence": "[n IN {var}.path.nodes | n.uid]",
    "Path": "[n IN {var}.nodes | n.uid]",
    "PathHop": "[end IN {var}.ends | end[0]]",
    "WarningFact": "[m IN {var}.matters | m.uid]",
    "PackReason": "[m IN {var}.matters + {var}.people | m.uid]",
}


def shown_by(schema: GraphQLSchema, type_name: str, selected: Collection[str], var: str) -> str | None:
    """Return the expression of the uids that a row shows beside those of the nodes that are selected of it, if it shows any."""
    row = schema.type_map[type_name]
    if not isinstance(row, GraphQLObjectType):
        return None
    texts = [f"{var}.id"] if "id" in row.fields else []
    for name, field in row.fields.items():
        kind = field.type.of_type if isinstance(field.type, GraphQLNonNull) else field.type
        if getattr(kind, "name", "") in {*KINDS, *ABSTRACT} and name not in selected:
            texts.append(f"{var}.{snake(name)}.uid")
    if type_name in _NAMED and _SENTENCES & set(selected):
        texts.append(_NAMED[type_name].format(var=var))
    return texts[0] if len(texts) == 1 else f"[{', '.join(texts)}]" if texts else None
