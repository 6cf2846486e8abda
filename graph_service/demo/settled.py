"""What a loaded city goes through before it is served: identity, texts, comparison models, links."""

from graph_service.graph import Writer
from graph_service.identity.resolve import resolve
from graph_service.identity.thresholds import DEFAULT_THRESHOLD
from graph_service.linkage.propose import Proposed, propose_links
from graph_service.mentions.keeping import keep_mentions
from graph_service.mentions.reading import read_rights
from graph_service.models.model_file import read_models
from graph_service.models.run import keep_alerts, run_model
from graph_service.progress import Steps
from graph_service.rights.roles import Roles
from loaders.city.world.size import TODAY


def settle_city(writer: Writer, uid_key: bytes, roles: Roles, steps: Steps) -> Proposed:
    """Return what was linked after people, texts and models had their turn; a repeat writes nothing."""
    steps.say("telling who is who …")
    resolve(writer, uid_key, DEFAULT_THRESHOLD, steps)
    steps.say("reading the texts of matters …")
    keep_mentions(writer, uid_key, roles, lambda texts: steps.say(f"reading the texts of matters: {texts:,}"))
    resolve(writer, uid_key, DEFAULT_THRESHOLD, steps)  # texts name people whom the first run has made one
    rights = read_rights(writer, roles)
    for model in read_models().values():
        steps.say(f"comparing registers: {model.id} {model.title}")
        as_of = {"as_of": TODAY.isoformat()} if "as_of" in model.defaults else {}
        keep_alerts(writer, run_model(writer, model, as_of), rights, uid_key)
    return propose_links(writer, uid_key, lambda at, total: steps.say(f"linking matters {at:,} of {total:,}"))
