"""Search as people write it: every form of a name, number, address and text, why it was found, and nothing that is hidden."""

from typing import Any

import httpx
import pytest

from graph_service.embedded import Running
from graph_service.graph import Writer
from graph_service.migrations import migrate
from graph_service.rights.viewer import Tokens
from graph_service.search.keeping import keep_search_keys
from tests.api.conftest import Caller
from tests.conftest import wipe
from tests.graph.models.notation import draw

_READERS = {1: ["EVERYONE"], 2: ["DISC_1"], 3: ["TOUR_1"]}
_CITY = (
    """
Officer o_disc MEMBER_OF d; Officer o_tour MEMBER_OF t
Team d team_code=DISC_1 team_name=第一纪检监察室; Team t team_code=TOUR_1 team_name=第一巡察组
Unit hg name=云江市恒光电力安装有限公司 uscc=91360502MA5EJYXH44
Unit hs name=云江市恒顺贸易有限公司 short_name=恒顺
Unit zj name=云江市住房和城乡建设局 short_name=住建局
Person zf name=张芳 id_number=36050219800101123X OFFICER_OF hg
Person zxf name=张小芳
Person lzx name=刘子欣 former_name=刘欣欣
Person mask name=王*国 id_mask=3605**********4321
Person wjg name=王建国 id_number=360502197001014321
Person zy name=曾毅
Person lcf name=厉成 HOLDS_POST zj post=副局长; Person lhm name=厉海明 HOLDS_POST hg post=经理
Person lxw name=厉小文 HOLDS_POST zj post=局长 audience=3
Person hid name=张方 audience=3; Person lhz name=梁海泽; Person lmz name=梁*泽
"""
    + "; ".join(f"Person l{number} name=梁**" for number in range(12))
    + """
Vehicle v plate=赣KA2131; Phone p phone_number=13812345678; Account a account_number=6222021234567890123
Phone p2 phone_number=13812345679; Place pl address=公园路2; Place pl2 address=公园路12号; Place pl3 address=公园路12号3栋; Vehicle v2 plate=粤B1234学
Clue c1 number=XS-2025-00025 title=反映施工问题 text=有人在公园里路施工时收钱 channel=PETITION problem=BRIBERY received_on=2025-03-01 NAMES hg
c1 NAMES zf
Clue c2 number=XS-2025-00026 title=反映恒光电力 channel=PALM received_on=2024-03-01 NAMES hg
Clue c3 number=XS-2025-00027 title=反映恒光电力招标 channel=PALM audience=3 NAMES hg audience=3
"""
)
_ASK = """query($t: String!, $k: [Kind!], $c: [Channel!], $p: [Problem!], $s: Date, $u: Date, $n: ID, $f: Int = 10, $a: String) {
  search(text: $t, kinds: $k, channels: $c, problems: $p, since: $s, until: $u, unit: $n, first: $f, after: $a) {
    totalCount pageInfo { hasNextPage endCursor } kinds { kind count } channels { channel count }
    hits { match node { id caption } found { field excerpt start end } } nodes { id } } }"""


@pytest.fixture(scope="module")
def city(server: Running, writer: Writer) -> None:
    """A small city, some of it hidden from DISC_1."""
    wipe(server, writer)
    migrate(writer)
    draw(writer, _CITY, _READERS)
    keep_search_keys(writer)
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")


@pytest.fixture
def disc(client: httpx.AsyncClient, tokens: Tokens, city: None) -> Caller:
    return Caller(client, tokens.sign("o_disc"))


async def _search(caller: Caller, text: str, **given: Any) -> dict[str, Any]:
    found = (await caller.ask(_ASK, {"t": text, **given}))["search"]
    assert [hit["node"]["id"] for hit in found["hits"]] == [node["id"] for node in found["nodes"]]
    return dict(found)


@pytest.mark.parametrize(
    ("text", "match", "uid"),
    [
        ("张芳", "EXACT", "person_zf"), ("刘 子欣", "EXACT", "person_lzx"), ("劉子欣", "EXACT", "person_lzx"),
        ("刘欣欣", "EXACT", "person_lzx"), ("子欣", "INSIDE", "person_lzx"), ("欣", "INSIDE", "person_lzx"),
        ("刘", "START", "person_lzx"), ("恆光電力", "INSIDE", "unit_hg"), ("恒顺", "EXACT", "unit_hs"),
        ("MA5EJYXH44", "INSIDE", "unit_hg"), ("ma5e jyxh 44", "INSIDE", "unit_hg"), ("赣K·A2131", "EXACT", "vehicle_v"),
        ("A2131", "INSIDE", "vehicle_v"), ("+86 138 1234 5678", "EXACT", "phone_p"), ("5678", "INSIDE", "phone_p"),
        ("6222 0212 3456 7890 123", "EXACT", "account_a"), ("36050219800101123x", "EXACT", "person_zf"),
        ("公园路2号", "EXACT", "place_pl"), ("公園路１２", "EXACT", "place_pl2"), ("xs202500025", "EXACT", "clue_c1"),
        ("施工时收", "TEXT", "clue_c1"), ("zhangfang", "SOUND", "person_zf"), ("zhang fang", "SOUND", "person_zf"),
        ("zengyi", "SOUND", "person_zy"), ("章芳", "SOUND", "person_zf"), ("hgdl", "INITIALS", "unit_hg"),
        ("zxf", "INITIALS", "person_zxf"), ("刘子新欣", "SLIP", "person_lzx"), ("恒光电厂", "SLIP", "unit_hg"),
        ("13812345670", "SLIP", "phone_p"), ("XS-202-00025", "SLIP", "clue_c1"), ("赣K2A131", "SLIP", "vehicle_v"),
        ("赣KA131", "SLIP", "vehicle_v"), ("粤B1243学", "SLIP", "vehicle_v2"), ("刘*欣", "PATTERN", "person_lzx"),
        ("云江*电力*", "PATTERN", "unit_hg"), ("138****5678", "PATTERN", "phone_p"), ("赣K?2131", "PATTERN", "vehicle_v"),
        ("王立国", "COMPATIBLE", "person_mask"), ("恒光电力 张芳", "JOINED", "clue_c1"), ("恒光电力、张芳", "JOINED", "clue_c1"),
        ("第一巡察", "START", "team_t"),
    ],
)  # fmt: skip
async def test_it_is_found_first_and_says_why(text: str, match: str, uid: str, disc: Caller) -> None:
    hits = (await _search(disc, text))["hits"]

    assert (hits[0]["match"], hits[0]["node"]["id"]) == (match, uid), hits


@pytest.mark.parametrize(
    "text", ["钱学森", "赵钱孙李", "13999999999", "赣Z99999", "qwrtp", "没有这个词", "····", "*", "360502200001011111"]
)
async def test_what_is_nothing_is_not_found(text: str, disc: Caller) -> None:
    assert (await _search(disc, text))["hits"] == []


async def test_a_number_that_fits_a_hidden_one_comes_as_such(disc: Caller) -> None:
    hits = (await _search(disc, "360502197001014321"))["hits"]

    assert [(hit["match"], hit["node"]["id"]) for hit in hits] == [
        ("EXACT", "person_wjg"),
        ("COMPATIBLE", "person_mask"),
    ]


async def test_masks_that_show_the_surname_alone_do_not_crowd_out_what_sounds_the_same(disc: Caller) -> None:
    hits = (await _search(disc, "梁海择", f=20))["hits"]

    assert [hits[0]["node"]["id"], *(hit["match"] for hit in hits)] == ["person_lhz", "SOUND", *["COMPATIBLE"] * 12]


@pytest.mark.parametrize("text", ["13812345678", "6222 0212 3456 7890 123", "曾 毅"])
async def test_what_is_there_as_it_was_typed_is_all(text: str, disc: Caller) -> None:
    assert [hit["match"] for hit in (await _search(disc, text))["hits"]] == ["EXACT"]


async def test_a_hit_says_where(disc: Caller) -> None:
    (hit,) = (await _search(disc, "施工时收"))["hits"]

    assert hit["found"] == [{"field": "text", "excerpt": "有人在公园里路施工时收钱", "start": 7, "end": 11}]


async def test_what_joins_words_comes_before_what_has_some_of_them(disc: Caller) -> None:
    found = await _search(disc, "恒光电力 张芳")

    assert [(hit["match"], hit["node"]["id"]) for hit in found["hits"][:3]] == [
        ("JOINED", "clue_c1"), ("JOINED", "unit_hg"), ("JOINED", "person_zf"),
    ]  # fmt: skip
    assert found["hits"][3]["match"] == "SOME_WORDS"


async def test_hits_are_counted_by_kind_and_channel_and_hidden_ones_nowhere(
    disc: Caller, client: httpx.AsyncClient, tokens: Tokens
) -> None:
    mine = await _search(disc, "恒光电力")
    theirs = await _search(Caller(client, tokens.sign("o_tour")), "恒光电力")

    assert mine["totalCount"] == 2
    assert mine["kinds"] == [{"kind": "Clue", "count": 1}, {"kind": "Unit", "count": 1}]
    assert mine["channels"] == [{"channel": "PALM", "count": 1}]
    assert theirs["totalCount"] == 3
    assert [hit["node"]["id"] for hit in (await _search(disc, "zhangfang"))["hits"]] == ["person_zf"]


@pytest.mark.parametrize(
    ("given", "uids"),
    [
        ({"k": ["UNIT"]}, ["unit_hg"]),
        ({"c": ["PALM"]}, ["clue_c2"]),
        ({"s": "2024-01-01", "u": "2024-12-31"}, ["clue_c2"]),
        ({"s": "2025-01-01"}, []),
        ({"n": "unit_hg"}, ["clue_c2"]),
        ({"n": "unit:91360502MA5EJYXH44"}, ["clue_c2"]),
        ({"p": ["BRIBERY"]}, []),
    ],
)
async def test_conditions_hold_for_every_hit(given: dict[str, Any], uids: list[str], disc: Caller) -> None:
    found = await _search(disc, "恒光电力", **given)

    assert [hit["node"]["id"] for hit in found["hits"]] == uids
    assert found["totalCount"] == len(uids)


async def test_pages_follow_one_another(disc: Caller) -> None:
    whole = [hit["node"]["id"] for hit in (await _search(disc, "云江"))["hits"]]
    paged, after = [], None
    while True:
        page = await _search(disc, "云江", f=1, a=after)
        paged += [hit["node"]["id"] for hit in page["hits"]]
        if not page["pageInfo"]["hasNextPage"]:
            break
        after = page["pageInfo"]["endCursor"]

    assert paged == whole
    assert len(whole) == 3


async def test_a_node_that_changed_is_found_by_what_it_shows_now(disc: Caller, writer: Writer) -> None:
    writer.run_write("MATCH (n:Person {uid: 'person_zy'}) SET n.name = '曾国平', n:Keyless")
    assert keep_search_keys(writer) == 1
    assert keep_search_keys(writer) == 0
    writer.run_schema("CALL db.index.fulltext.awaitEventuallyConsistentIndexRefresh()")

    assert [hit["match"] for hit in (await _search(disc, "曾国平"))["hits"]] == ["EXACT"]
    assert (await _search(disc, "曾毅"))["hits"] == []


async def test_a_pasted_list_says_of_each_value_what_came_of_it(disc: Caller) -> None:
    pasted = [
        "赣k·a2131", " 刘 子欣", "劉子欣", "6222 0212 3456 7890 123", "+86 138-1234-5678", "王立国", "36050219800101123x", "不存在", "", "恒光电力",
    ]  # fmt: skip
    data = await disc.ask(
        "query($v: [String!]!) { lookup(values: $v) { given outcome matches { field isCompatible node { id } } } }",
        {"v": pasted},
    )

    assert [hit["given"] for hit in data["lookup"]] == pasted
    assert [(hit["outcome"], [each["node"]["id"] for each in hit["matches"]]) for hit in data["lookup"]] == [
        ("EXACT", ["vehicle_v"]), ("EXACT", ["person_lzx"]), ("EXACT", ["person_lzx"]), ("EXACT", ["account_a"]), ("EXACT", ["phone_p"]),
        ("COMPATIBLE", ["person_mask"]), ("EXACT", ["person_zf"]), ("NONE", []), ("NONE", []), ("NONE", []),
    ]  # fmt: skip
    assert [match["field"] for hit in data["lookup"] for match in hit["matches"]] == [
        "plate", "name", "name", "account_number", "phone_number", "name", "id_number",
    ]  # fmt: skip


async def test_what_several_bear_and_what_is_hidden(disc: Caller, client: httpx.AsyncClient, tokens: Tokens) -> None:
    ask = '{ lookup(values: ["张方", "36050219700101****"]) { outcome matches { isCompatible } } }'
    mine, theirs = await disc.ask(ask), await Caller(client, tokens.sign("o_tour")).ask(ask)

    assert [hit["outcome"] for hit in mine["lookup"]] == ["NONE", "COMPATIBLE"]
    assert theirs["lookup"][0]["outcome"] == "EXACT"


@pytest.mark.parametrize(
    ("typed", "first", "also"),
    [
        ("厉局长", "厉成", set()), ("厉成局长", "厉成", set()), ("厉经理", "厉海明", set()),
        ("住建局厉局长", "厉成", {"云江市住房和城乡建设局"}), ("住建局 厉局长", "厉成", {"云江市住房和城乡建设局"}),
    ],
)  # fmt: skip
async def test_people_are_found_by_what_they_are_called_in_office(
    disc: Caller, typed: str, first: str, also: set[str]
) -> None:
    found = (await disc.ask(_ASK, {"t": typed}))["search"]

    captions = [each["node"]["caption"] for each in found["hits"]]
    assert captions[0] == first
    assert set(captions) <= {first} | also, "whose post is hidden is not found by it, nor who holds another"
    assert found["hits"][0]["match"] == "JOINED"
