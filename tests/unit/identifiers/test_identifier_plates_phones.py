"""Vehicle plates and telephone numbers."""

import pytest

from schema.identifiers import Refused, phone, phone_in, plate


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("赣K12345", "赣K12345"),
        ("赣K·12345", "赣K12345"),
        ("赣K•12345", "赣K12345"),
        ("赣K.12345", "赣K12345"),
        ("赣K-12345", "赣K12345"),
        ("赣K—12345", "赣K12345"),
        ("赣K 12345", "赣K12345"),
        ("赣k12345", "赣K12345"),
        ("赣Ｋ１２３４５", "赣K12345"),
        ("贛K12345", "赣K12345"),
        ("赣K1A2B3", "赣K1A2B3"),
        ("赣KD12345", "赣KD12345"),
        ("赣KF1234A", None),
        ("赣KDA2345", "赣KDA2345"),
        ("赣K12345D", "赣K12345D"),
        ("赣K·d12345", "赣KD12345"),
        ("赣K1234警", "赣K1234警"),
        ("赣K1234学", "赣K1234学"),
        ("赣K1234挂", "赣K1234挂"),
        ("粤Z1234港", "粤Z1234港"),
        ("粤Z1234澳", "粤Z1234澳"),
        ("赣K1234应急", "赣K1234应急"),
        ("赣K12345临", "赣K12345临"),
        ("使014578", "使014578"),
        ("沪A1234领", "沪A1234领"),
        ("WJ赣1234A", "WJ赣1234A"),
        ("不详", "absent"),
    ],
)
def test_plate(value: object, expected: str | None) -> None:
    if expected is None:
        with pytest.raises(Refused):
            plate(value)
    else:
        assert (plate(value) or "absent") == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("赣KO2345", "0 or 1"),
        ("赣KI2345", "0 or 1"),
        ("赣K1234O", "0 or 1"),
        ("赣KDO2345", "0 or 1"),
        ("赣I12345", "0 or 1"),
        ("赣O12345", "abolished official prefix"),
        ("赣012345", "issuing office"),
        ("赣K1234", "not a vehicle plate"),
        ("赣K123456", "not a vehicle plate"),
        ("K12345", "not a vehicle plate"),
        ("赣K12*45", "not a vehicle plate"),
        ("国K12345", "not a vehicle plate"),
        ("赣K12345（黄牌）", "not a vehicle plate"),
        (12345, "not a vehicle plate"),
        ("赣K\ud800", "half"),
    ],
)
def test_plate_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        plate(value)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("13879012345", "13879012345"),
        ("138 7901 2345", "13879012345"),
        ("138-7901-2345", "13879012345"),
        ("1387901-2345", "13879012345"),
        ("+8613879012345", "13879012345"),
        ("+86 138 7901 2345", "13879012345"),
        ("+86-138-7901-2345", "13879012345"),
        ("86-13879012345", "13879012345"),
        ("8613879012345", "13879012345"),
        ("008613879012345", "13879012345"),
        ("(+86)13879012345", "13879012345"),
        ("013879012345", "13879012345"),
        ("１３８７９０１２３４５", "13879012345"),
        ("'13879012345", "13879012345"),
        (13879012345, "13879012345"),
        (13879012345.0, "13879012345"),
        ("0790-6421234", "0790-6421234"),
        ("07906421234", "0790-6421234"),
        ("(0790)6421234", "0790-6421234"),
        ("（0790）6421234", "0790-6421234"),
        ("0790 6421234", "0790-6421234"),
        ("0790—6421234", "0790-6421234"),
        ("+86 790 6421234", "0790-6421234"),
        ("+86-0790-6421234", "0790-6421234"),
        ("0790-6421234-801", "0790-6421234-801"),
        ("0790-6421234转801", "0790-6421234-801"),
        ("0790-6421234 分机 801", "0790-6421234-801"),
        ("0790-6421234 ext. 801", "0790-6421234-801"),
        ("0790-6421234x801", "0790-6421234-801"),
        ("6421234", "6421234"),
        ("6421234转801", "6421234-801"),
        ("010-62345678", "010-62345678"),
        ("12388", "12388"),
        ("110", "110"),
        ("400-600-1234", "4006001234"),
        ("+852 9123 4567", "+85291234567"),
        ("无", None),
    ],
)
def test_phone(value: object, expected: str | None) -> None:
    assert phone(value) == expected


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ("138****1234", "masked_phone"),
        ("138xxxx1234", "masked_phone"),
        ("13879012345/13979012345", "several"),
        ("13879012345、13979012345", "several"),
        ("13879012345,13979012345", "several"),
        ("13879012345 13979012345", "several"),
        ("1.3879E+10", "scientific"),
        ("12879012345", "not a telephone number"),
        ("1387901234", "not a telephone number"),
        ("138790123456", "not a telephone number"),
        ("62345678", "not a telephone number"),
        ("张三", "not a telephone number"),
        ("000001", "not a telephone number"),
        (True, "not text"),
        (1.5, "not text"),
    ],
)
def test_phone_refuses(value: object, why: str) -> None:
    with pytest.raises(Refused, match=why):
        phone(value)


@pytest.mark.parametrize(
    ("area", "value", "expected"),
    [
        ("0791", "6421234", "0791-6421234"),
        ("0791", "6421234转801", "0791-6421234-801"),
        ("0791", "86421234", "0791-86421234"),
        ("010", "62345678", "010-62345678"),
        ("0791", "0790-6421234", "0790-6421234"),
        ("0791", "13879012345", "13879012345"),
        ("0791", "12388", "12388"),
    ],
)
def test_a_bare_local_number_belongs_to_the_area_that_is_declared(area: str, value: str, expected: str) -> None:
    assert phone_in(area)(value) == expected
