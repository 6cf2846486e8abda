"""What holds for every normaliser: idempotence, indifference to noise, and refusal instead of a crash."""

import datetime as dt
import pickle
from decimal import Decimal

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from schema.identifiers import (
    NORMALISERS,
    Refused,
    date,
    fold,
    luhn_check,
    money_yuan,
    org_code,
    org_code_check,
    resident_id,
    ric_check,
    uscc,
    uscc_check,
)
from schema.identifiers.check_digits import USCC_ALPHABET
from schema.identifiers.fillers import is_filler

SAMPLES = {
    "resident_id": "11010519491231002X",
    "uscc": "91350100M000100Y43",
    "org_code": "D2143569X",
    "plate": "赣KD12345",
    "phone": "13879012345",
    "bank_account": "6222021504001234567",
    "fuel_card": "1000113605000123456",
    "document_number": "余纪〔2026〕12号",
    "invoice_number": "00123456",
    "area_code": "360502",
    "masked_id": "3605**********0016",
    "masked_phone": "138****1234",
    "unit_name": "新余市渝水区教育局",
    "name": "欧阳志华",
}
HOSTILE: list[object] = [
    "\ud800", "\x00", "٣٦٠٥", "²", "=1+2", "１" * 40, "一" * 5000, "9" * 5000, "1" * 10**5, "张" * 10**5,
    "张" + " " * 10**5 + "三", ".", "-.", "+", "()", "（）", "万", "亿万", "一亿三", "元年", "年月日", "E+5",
    "〇〇〇〇年〇月〇日", "2024年万月一日", "9999年12月31日 24:00", "1900-01-01T00:00:00+23:00", "*" * 18, "<script>",
    "'); MATCH (n) DETACH DELETE n //", "+86", "-0", "0000", 10**400, -(10**400), 2**63, 2**64, -1, 0, True,
    1e300, -1e300, 5e-324, -0.0, 45296.5, float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN"),
    Decimal("Infinity"), Decimal("1e1000000"), Decimal("1e-1000000"), b"x", object(), [], {}, dt.time(1),
    dt.date.max, dt.date.min, dt.datetime.max.replace(tzinfo=dt.UTC),
    dt.datetime.min.replace(tzinfo=dt.timezone(dt.timedelta(hours=10))),
]  # fmt: skip

quick = settings(max_examples=20, deadline=None, database=None, derandomize=True)
anything = st.one_of(
    st.lists(st.integers(0, 0x10FFFF).map(chr), max_size=12).map("".join),
    st.text(alphabet="张欧阳王赣K1230 .·•-（）[]〔〕\u3000\u200b\xa0e\u0301年月日号元万零一二*Xx+/,，", max_size=16),
)
days = st.dates(dt.date(1900, 1, 1), dt.date.today())


@st.composite
def noisy(draw: st.DrawFn, clean: str) -> str:
    """The value with zero-width marks and blanks in it, some characters full-width."""
    marks = st.sampled_from(["", "", "", "\u200b", "\u202e", "\ufeff"])
    wide = st.booleans()
    shown = (chr(ord(char) + 0xFEE0) if "!" <= char <= "~" and draw(wide) else char for char in clean)
    return " " + "".join(char + draw(marks) for char in shown) + "\u3000"


@settings(quick, max_examples=100)
@given(st.data(), st.sampled_from(sorted(SAMPLES)))
def test_noise_changes_nothing(data: st.DataObject, key: str) -> None:
    assert NORMALISERS[key](data.draw(noisy(SAMPLES[key]))) == SAMPLES[key]


@settings(quick, max_examples=200)
@given(anything)
def test_normalising_twice_changes_nothing(value: str) -> None:
    # Fen are no yuan, and a fraction becomes per cent (as does 0.5%): what changes its unit is left out here.
    for key in NORMALISERS.keys() - {"money_yuan", "money_wan", "money_yi", "ratio", "fraction"}:
        if refusal(key, value) is None:
            once = NORMALISERS[key](value)
            assert NORMALISERS[key](once) == once, key


def refusal(key: str, value: object) -> Refused | None:
    try:
        NORMALISERS[key](value)
    except Refused as refused:
        return refused
    return None


@pytest.mark.parametrize("key", sorted(NORMALISERS))
def test_hostile_values_are_read_or_refused_in_two_languages(key: str) -> None:
    refusals = [refused for value in HOSTILE if (refused := refusal(key, value))]

    assert refusals
    assert {refused.value_class for refused in refusals} <= set(NORMALISERS)
    assert all(refused.reason_en[:3].isascii() for refused in refusals)
    assert all(any("\u4e00" <= char <= "\u9fff" for char in refused.reason_zh) for refused in refusals)


def test_a_refusal_survives_the_way_between_processes() -> None:
    refused = refusal("resident_id", "张三")

    again = pickle.loads(pickle.dumps(refused))  # noqa: S301 our own bytes
    assert str(again) == str(refused)
    assert again.reason_zh == "不是公民身份号码：应为18位，旧证为15位"


@quick
@given(anything)
def test_fold_is_idempotent(value: str) -> None:
    assert fold(fold(value)) == fold(value)


@quick
@given(
    days,
    st.sampled_from(["{0:%Y-%m-%d}", "{0:%Y%m%d}", "{0.year}/{0.month}/{0.day}", "{0.year}年{0.month}月{0.day}日"]),
)
def test_dates_come_back(day: dt.date, form: str) -> None:
    assert date(form.format(day)) == day


@quick
@given(st.integers(0, 10**16))
def test_amounts_come_back(fen: int) -> None:
    assert money_yuan(f"{fen // 100}.{fen % 100:02}") == fen
    assert money_yuan(f"-{fen // 100:,}.{fen % 100:02}元") == -fen


@quick
@given(days, st.integers(110000, 659999), st.integers(0, 999))
def test_made_resident_ids_are_accepted_and_one_wrong_digit_is_not(day: dt.date, area: int, order: int) -> None:
    body = f"{area}{day:%Y%m%d}{order:03}"
    number = body + ric_check(body)

    assert resident_id(number) == number
    with pytest.raises(Refused):
        resident_id(number[:16] + str((int(number[16]) + 1) % 10) + number[17])


@quick
@given(st.text(USCC_ALPHABET, min_size=8, max_size=8), st.sampled_from(["11", "91", "N2", "A1", "Y1"]))
def test_made_codes_are_accepted(inner: str, head: str) -> None:
    inner += org_code_check(inner)
    code = f"{head}360502{inner}"
    assume(not is_filler(inner, "org_code"))

    assert org_code(inner) == inner
    assert uscc(code + uscc_check(code)) == code + uscc_check(code)


@quick
@given(st.text("0123456789", min_size=15, max_size=18))
def test_luhn_accepts_exactly_one_last_digit(body: str) -> None:
    assert sum(luhn_check(body + digit) for digit in "0123456789") == 1
