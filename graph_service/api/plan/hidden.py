"""Refuses what is asked by a field that the viewer does not see whole: the same whether it would find something or not."""

from graph_service.api.arguments.conditions import WHERE
from graph_service.api.arguments.lists import Filled
from graph_service.api.plan.root import Request, Root
from graph_service.cypher.files import query
from graph_service.cypher.seen.sight import Sight
from graph_service.cypher.seen.text import refuse_hidden, refuse_numbers
from graph_service.cypher.stand_ins import put
from graph_service.model import ABSTRACT


def refuse_hidden_fields(root: Root, request: Request, filled: Filled, sight: Sight) -> None:
    """Refuse conditions, orders and groupings of a request and of its nested lists by a hidden field, before anything is looked for."""
    if not sight.hides:
        return
    file, labels = query(request.file or root.file), ABSTRACT.get(root.type, (root.type,))
    stated = [*(file.filters[name].text for name in request.filters), *request.conditions]
    values = [request.params.get(name) for name in (WHERE, *request.filters)]
    for text in stated:
        refuse_hidden(put(text, request.words), sight, labels)
        refuse_numbers(text, values, sight)
    if request.order in file.orders:
        refuse_hidden(file.orders[request.order].expression, sight, labels, sorts=True)
    for text in filled.asked:
        refuse_hidden(text, sight)
        refuse_numbers(text, [value for name, value in filled.params.items() if name.startswith(WHERE)], sight)
    for text in filled.sorted:
        refuse_hidden(text, sight, sorts=True)
