"""Telephone numbers in parts: whatever sign people set between them, and what looks so and is none."""

import pytest

from tests.unit.mentions.test_number_runs import numbers


@pytest.mark.parametrize(
    "text",
    [
        "电话(152)1894-3326",
        "（152）1894 3326打来",
        "152.1894.3326",
        "电话152/1894/3326",
        "152—1894—3326",
        "152 – 1894 – 3326",
        "152·1894·3326",
        "手机152，1894，3326",
        "打152。1894。3326",
        "152_1894_3326",
        "1 5 2 1 8 9 4 3 3 2 6",
        "电话1.5.2.1.8.9.4.3.3.2.6",
        "电话1️⃣5️⃣2️⃣1️⃣8️⃣9️⃣4️⃣3️⃣3️⃣2️⃣6️⃣",
        "152  1894  3326",
        "+86 (152) 1894-3326",
        "(+86)152.1894.3326",
        "一五二、一八九四、三三二六打的",
        "15218943326（微信同号）",
        "微信同号152.189.43326",
    ],
)
def test_a_mobile_number_is_one_whatever_stands_between(text: str) -> None:
    assert numbers(text) == [("PHONE", "15218943326")]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("(0716)823-4567", "0716-8234567"),
        ("(0716) 8234567转801", "0716-8234567-801"),
        ("0716 - 8234567", "0716-8234567"),
        ("0716-823-4567", "0716-8234567"),
        ("010 8234 5678", "010-82345678"),
        ("座机0716.8234567", "0716-8234567"),
        ("电话0716/8234567", "0716-8234567"),
    ],
)
def test_a_land_line_is_one_whatever_stands_between(text: str, number: str) -> None:
    assert numbers(text) == [("PHONE", number)]


def test_numbers_in_a_row_are_each_their_own() -> None:
    found = [("PHONE", "15218943326"), ("PHONE", "13822223333")]

    assert numbers("电话152.1894.3326、138.2222.3333") == found
    assert numbers("电话(152)18943326，(138)22223333") == found


@pytest.mark.parametrize(
    "text",
    [
        "编号152.1894.3326",
        "版本152.1894.3326",
        "分别为152/1894/3326",
        "共152、1894、3326人",
        "2024.1894.3326",
        "152.1894.3326.77",
        "占比0.152/1894",
        "金额152.1894",
        "0312.5000000亩",
        "2023/1234/5678",
        "第152页1894行3326字",
        "1.5.2.1.8.9.4.3.3.2.6",
        "152.189.433",
    ],
)
def test_sums_counts_codes_and_ids_in_parts_are_no_telephone(text: str) -> None:
    assert numbers(text) == []
