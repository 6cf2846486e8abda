"""Drafts of what ties: tables of links, columns with keys of other tables, and none where files only share a code."""

import sqlite3
from contextlib import closing
from pathlib import Path

from tests.drafting import ACCOUNTS, FIRMS, NAMES, PEOPLE, csv_file, drafts_of, stated_by


def test_files_that_share_a_code_are_not_under_each_other(tmp_path: Path) -> None:
    firms = csv_file(
        tmp_path / "企业.csv",
        "统一社会信用代码,企业名称",
        (f"{each},云江市{NAMES[n]}商贸有限公司" for n, each in enumerate(FIRMS)),
    )
    paid = (f"T{n:05},{FIRMS[n % 40]},{n * 3.5},{n % 28 + 1}/5/2023" for n in range(90))
    taxes = csv_file(tmp_path / "纳税.csv", "流水号,统一社会信用代码,税额,缴税日期", paid)
    parts = csv_file(
        tmp_path / "机构.csv",
        "代码,名称,上级代码",
        (f"{each},第{n}科,{FIRMS[0]}" if n else f"{each},总部," for n, each in enumerate(FIRMS)),
    )

    drafts = drafts_of([firms, taxes, parts])

    assert "links" not in drafts["na_shui"]
    assert "links" not in drafts["qi_ye"]
    assert drafts["ji_gou"]["links"] == [
        {"type": "UNDER", "from": "row", "to": {"kind": "Unit", "by": "uscc", "column": "上级代码"}}
    ]
    assert drafts["na_shui"]["key"] == "流水号"
    assert "税额" in drafts["na_shui"]["ignored"], "an amount without a unit is any other amount"
    assert len(stated_by(tmp_path, "qi_ye")) == len(FIRMS)


def test_plain_tables_of_ties_by_number_by_padded_key_and_by_what_they_carry(tmp_path: Path) -> None:
    people = csv_file(
        tmp_path / "people.csv", "编号,姓名,证件号码", (f"{n:05},{NAMES[n]},{PEOPLE[n]}" for n in range(60))
    )
    firms = csv_file(
        tmp_path / "firms.csv", "代码,企业名称", (f"{each},云江市{NAMES[n]}公司" for n, each in enumerate(FIRMS))
    )
    known = csv_file(
        tmp_path / "社会关系.csv",
        "甲方证件号,乙方证件号,关系",
        (f"{PEOPLE[n]},{PEOPLE[n + 9]},同学" for n in range(40)),
    )
    posts = csv_file(
        tmp_path / "rz.csv",
        "人员,机构,职务,任职日期,免职日期",
        (f"{n:05},{FIRMS[n % 40]},科长,2019-01-02,至今" for n in range(60)),
    )

    drafts = drafts_of([people, firms, known, posts])

    assert drafts["she_hui_guan_xi"]["links"] == [
        {"type": "KNOWS", "from": {"kind": "Person", "by": "id_number", "column": "甲方证件号"},
         "to": {"kind": "Person", "by": "id_number", "column": "乙方证件号"}, "fields": {"word": "关系"}},
    ]  # fmt: skip
    (post,) = drafts["rz"]["links"]
    assert (post["type"], post["from"]) == ("HOLDS_POST", {"kind": "Person", "source": "people", "column": "人员"})
    assert post["fields"] == {"post": "职务", "valid_from": "任职日期", "valid_to": "免职日期"}
    assert drafts["rz"]["key"] == ["人员", "机构"]
    stated_by(tmp_path, "rz")


def test_one_file_of_all_nodes_and_one_of_all_links(tmp_path: Path) -> None:
    nodes = [f"{n},Person,Ann{n} Lee,," for n in range(20)] + [f"{n},Phone,,138{n:08}," for n in range(20, 40)]
    nodes += [f"{n},Dream,,,{n}" for n in range(40, 45)]
    links = [f"{n},{n + 20},HAS_PHONE" for n in range(20)] + [f"{n},{n + 1},KNOWS" for n in range(19)] + ["1,41,HAD"]
    drafts = drafts_of([
        csv_file(tmp_path / "nodes.csv", "_id,_labels,name,phone_no,depth", nodes),
        csv_file(tmp_path / "rels.csv", "_start,_end,_type", links),
    ])  # fmt: skip

    assert drafts["nodes"]["nodes"]["person"]["when"] == {"column": "_labels", "is": ["Person"]}
    found = {link["type"]: (link["when"], link["to"]) for link in drafts["rels"]["links"]}
    assert found == {
        "USES_PHONE": (
            {"column": "_type", "is": ["HAS_PHONE"]},
            {"kind": "Phone", "source": "nodes", "column": "_end"},
        ),
        "KNOWS": ({"column": "_type", "is": ["KNOWS"]}, {"kind": "Person", "source": "nodes", "column": "_end"}),
    }
    assert drafts["nodes"]["nodes"]["dream"]["kind"] == "KIND", "nobody knows what a dream is"


def test_calls_and_transfers_from_a_database_with_a_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "登记 库#1.db"
    with closing(sqlite3.connect(path)) as base:
        base.execute("CREATE TABLE 通话 (id INTEGER, 主叫 TEXT, 被叫 TEXT, 时间 TEXT, 时长 INTEGER)")
        base.executemany(
            "INSERT INTO 通话 VALUES (?, ?, ?, ?, ?)",
            [(n, f"138{n:08}", f"139{n:08}", f"2024-01-{n % 28 + 1:02} 10:00", n) for n in range(50)],
        )
        base.execute("CREATE TABLE 车辆 (号牌号码 TEXT, 车主证号 TEXT)")
        base.executemany("INSERT INTO 车辆 VALUES (?, ?)", [(f"赣K{10000 + n}", PEOPLE[n]) for n in range(50)])
        base.commit()

    drafts = drafts_of([path])

    calls, cars = (
        next(each for name, each in drafts.items() if name.endswith(end)) for end in ("tong_hua", "che_liang")
    )
    assert {link["type"]: link["to"]["column"] for link in calls["links"]} == {
        "CALLED_FROM": "主叫",
        "CALLED_TO": "被叫",
    }
    assert (cars["key"], cars["links"][0]["type"]) == ("号牌号码", "OWNED_BY")
    assert len(stated_by(tmp_path, next(name for name in drafts if name.endswith("tong_hua")))) == 50


def test_which_of_two_firms_holds_the_other_is_not_guessed(tmp_path: Path) -> None:
    firms = csv_file(
        tmp_path / "companies.csv", "CompanyNumber,CompanyName", (f"{n + 1000:08},FIRM {n} LTD" for n in range(60))
    )
    rows = (f"{n + 1000:08},{(n * 7 + 3) % 60 + 1000:08},{n}%" for n in range(50))
    shares = csv_file(tmp_path / "shareholders.csv", "company_number,holder_company_number,pct", rows)
    officers = csv_file(
        tmp_path / "officers.csv", "officer_id,company_number,first_name,last_name,date_of_birth",
        (f"O{n:04},{n + 1000:08},Ann{n},Lee,1970-01-{n % 28 + 1:02}" for n in range(50)),
    )  # fmt: skip

    drafts = drafts_of([firms, shares, officers])

    assert "links" not in drafts["shareholders"]
    assert drafts["officers"]["nodes"]["row"]["kind"] == "Person", "the officers of a firm investigate nothing"
    assert "links" not in drafts["officers"], "a post, an office or a share: nothing says which"
    told = (tmp_path / "drafts" / "officers.yaml").read_text(encoding="utf-8")
    assert "nothing says which link it is: HOLDS_POST, HOLDS_SHARE, OFFICER_OF" in told


def test_small_numbers_lead_where_their_names_say_and_rows_that_come_twice_are_told(tmp_path: Path) -> None:
    people = csv_file(tmp_path / "persons.csv", "person_id,full_name", (f"{n},Ann{n} Lee" for n in range(1, 60)))
    crimes = csv_file(tmp_path / "crimes.csv", "crime_id,crime_type", (f"{n},Theft" for n in range(1, 80)))
    tied = csv_file(
        tmp_path / "involvement.csv",
        "person_id,crime_id,role",
        (f"{n % 25 + 1},{n % 25 + 2},Suspect" for n in range(50)),
    )
    places = csv_file(
        tmp_path / "airports.csv",
        "code,name,lat,lon",
        (f"A{n},Field {n},{50 + n / 100},{-0.5 - n / 100}" for n in range(40)),
    )

    drafts = drafts_of([people, crimes, tied, places])

    (link,) = drafts["involvement"]["links"]
    assert (link["type"], link["from"]["source"], link["to"]["source"]) == ("NAMES", "crimes", "persons")
    assert "ignored" not in drafts["involvement"], "a column of the key is not ignored as well"
    stated_by(tmp_path, "involvement")
    assert drafts["airports"]["nodes"]["row"]["fields"] == {"address": "name", "latitude": "lat", "longitude": "lon"}
    assert stated_by(tmp_path, "airports")[0] == ("Place", {"address": "Field 0", "latitude": 50.0, "longitude": -0.5})


def test_a_table_with_two_ends_of_its_own_event_is_no_table_of_ties(tmp_path: Path) -> None:
    accounts = csv_file(
        tmp_path / "accounts.csv", "account_no,bank", (f"{each},Bank {n % 3}" for n, each in enumerate(ACCOUNTS))
    )
    rows = (f"T{n:05},{ACCOUNTS[n]},{ACCOUNTS[-1 - n]},2024-01-{n % 28 + 1:02} 10:00,{n}" for n in range(60))
    moved = csv_file(tmp_path / "transfers.csv", "transfer_no,from,to,time,amount", rows)

    draft = drafts_of([accounts, moved])["transfers"]

    assert draft["nodes"]["row"] == {
        "kind": "Transfer",
        "fields": {"transfer_number": "transfer_no", "occurred_at": "time"},
    }
    assert {link["type"]: link["to"]["column"] for link in draft["links"]} == {"SENT_FROM": "from", "SENT_TO": "to"}
    assert "amount" in draft["ignored"]
    stated_by(tmp_path, "transfers")
