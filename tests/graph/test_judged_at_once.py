"""People judge different links, and different pairs of records, at one moment: no two judgements get one number."""

from concurrent.futures import ThreadPoolExecutor

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.identity.judging import Judgement, Verdict, judge
from graph_service.linkage.judging import LinkJudgement, LinkVerdict, judge_link
from graph_service.linkage.propose import propose_links
from graph_service.migrations import migrate
from tests.conftest import wipe
from tests.graph.pair_sketch import PairSketch

_PAIRS = 12
_NUMBERS = "MATCH (j:{}) RETURN collect(j.number) AS numbers"
KEY = b"k" * 32


def test_judgements_made_at_once_have_numbers_of_their_own(server: Running, writer: Writer) -> None:
    wipe(server, writer)
    migrate(writer)
    drawn = PairSketch()
    people = [drawn.entity("Person", name=f"张{number}") for number in range(2 * _PAIRS)]
    for person in people[:_PAIRS]:
        drawn.sharing(person)
    drawn.sketch.write(writer)
    propose_links(writer, KEY, lambda _done, _total: None, anew=True)
    links = writer.run_read("MATCH (l:Link) RETURN collect(l.uid) AS links")[0][0]["links"]

    with ThreadPoolExecutor(_PAIRS) as pool:
        list(
            pool.map(lambda link: judge_link(writer, LinkJudgement(link, LinkVerdict.CONFIRMED, "o_x", "同案")), links)
        )
        pairs = zip(people[:_PAIRS], people[_PAIRS:], strict=True)
        list(
            pool.map(
                lambda pair: judge(writer, KEY, Judgement(pair[0], pair[1], Verdict.DIFFERENT, "o_x", "两人")), pairs
            )
        )

    told = {
        kind: writer.run_read(_NUMBERS.format(kind))[0][0]["numbers"] for kind in ("LinkJudgement", "IdentityJudgement")
    }
    assert len(links) == _PAIRS
    assert [sorted(numbers) for numbers in told.values()] == [list(range(1, _PAIRS + 1))] * 2
