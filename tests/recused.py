"""The small city in which an officer has a matter to withdraw from, and the same city without that matter."""

from typing import Any

from graph_service.cypher.editions import change
from graph_service.graph import Writer
from tests.sketch import Sketch
from tests.world import DISC, NOBODY, draw_world, write_world

MATTER = "clue_03"  # of the disciplinary team; others link it and have it in a series
ONLY = "person_only"  # of whom nothing but the row of the matter speaks
_BY_ITS_ROW = "MATCH (p:Person {uid: $uid}) SET p.source_key = $matter"
_REQUEST = """MATCH (m:Clue {uid: $matter})
CREATE (r:AccessRequest {uid: 'access_recused', state: 'WAITING', by: 'o_tour', teams: ['TOUR_1'], for_team: false, team: 'DISC_1'})
SET r.about = 'person_relative', r.channel = 'DISCIPLINARY', r.matters = [m.uid], r.reason = '核查', r.asked_at = datetime('2026-01-05T06:07:08Z'),
  r.asked_until = datetime('2099-01-06T00:00:00Z')"""
_REGISTER = """MATCH (:Officer {uid: $officer})-[r:IS_PERSON]->(:Person)
SET r.valid_to = CASE WHEN $ends THEN date() - duration({days: 1}) END"""


def draw(kin: str = "SPOUSE", *, there: bool = True, role: str = "SUBJECT") -> Sketch:
    """Return the city in which the matter is about the cousin's spouse, say, of an officer of its own team."""
    world = draw_world()
    world.node("Person", "officer", NOBODY, name="本人", id_number="11010119700101001X")
    world.tie("IS_PERSON", "officer_o_disc", "person_officer", NOBODY)
    relative = world.node("Person", "relative", name="亲属甲", id_number="11010119720101002X")
    world.tie("KIN_OF", relative, "person_officer", NOBODY, relation=kin)
    namesake = world.node("Person", "namesake", name="亲属甲")
    world.names("clue_00", namesake, audience=DISC, role="SUBJECT", as_named="亲属甲")
    world.names(MATTER, relative, audience=DISC, role=role, as_named="亲属甲")
    world.node("Person", "only", DISC, name="仅见一人")
    world.names(MATTER, ONLY, audience=DISC, role="WITNESS")
    world.tie("USES_PHONE", ONLY, "phone_1", DISC)
    if not there:
        _take_away(world, MATTER, ONLY)
    return world


def _take_away(world: Sketch, *uids: str) -> None:
    for drawn in world.nodes.values():
        for uid in uids:
            drawn.pop(uid, None)
    for ties in world.ties.values():
        for uid, (start, end, _) in [*ties.items()]:
            if {start, end} & set(uids):
                del ties[uid]


def write(world: Sketch, writer: Writer) -> None:
    """Write the city; what only the row of the matter says has its key."""
    write_world(world, writer, tuple(world.readers))
    writer.run_write(_REQUEST, matter=MATTER)
    writer.run_write(_BY_ITS_ROW, uid=ONLY, matter=MATTER)
    writer.run_write(
        "MATCH (:Person {uid: $uid})-[r:USES_PHONE]->() SET r.source_key = $matter", uid=ONLY, matter=MATTER
    )


def touched(writer: Writer, text: str, **params: Any) -> None:
    """Change records as a load does, so that whoever keeps something of the graph sees that it is another."""
    change(writer, text, **params)


def register(writer: Writer, *, ends: bool) -> None:
    """Let the staff register say that the officer is the person no more, or still is."""
    touched(writer, _REGISTER, officer="officer_o_disc", ends=ends)
