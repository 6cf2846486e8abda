"""The normalisers by the names that declarations of sources use."""

from collections.abc import Callable

from schema.identifiers.accounts import bank_account, fuel_card
from schema.identifiers.areas import area_code
from schema.identifiers.credit_code import org_code, registration_number, uscc
from schema.identifiers.dates import date, datetime, excel_date, excel_date_1904, excel_datetime, excel_datetime_1904
from schema.identifiers.degrees import latitude, longitude
from schema.identifiers.documents import document_number, invoice_number
from schema.identifiers.durations import seconds
from schema.identifiers.free_text import postal_text, text
from schema.identifiers.masked import mask_or_none, masked_id, masked_phone, whole_or_none
from schema.identifiers.money import money, money_fen, money_wan, money_yi, money_yuan
from schema.identifiers.numbers import boolean, decimal, integer
from schema.identifiers.person_name import name
from schema.identifiers.phones import phone, phone_in
from schema.identifiers.plates import plate
from schema.identifiers.ratios import fraction, percent, ratio
from schema.identifiers.resident import resident_id
from schema.identifiers.terms import (
    date_dmy,
    date_mdy,
    datetime_dmy,
    datetime_mdy,
    month,
    month_end,
    month_start,
    term_end,
)
from schema.identifiers.unit_name import unit_name

Normaliser = Callable[[object], object | None]

NORMALISERS: dict[str, Normaliser] = {
    "text": text,
    "postal_text": postal_text,
    "name": name,
    "unit_name": unit_name,
    "integer": integer,
    "decimal": decimal,
    "boolean": boolean,
    "date": date,
    "datetime": datetime,
    "date_dmy": date_dmy,
    "date_mdy": date_mdy,
    "datetime_dmy": datetime_dmy,
    "datetime_mdy": datetime_mdy,
    "month": month,
    "month_start": month_start,
    "month_end": month_end,
    "term_end": term_end,
    "seconds": seconds,
    "latitude": latitude,
    "longitude": longitude,
    "excel_date": excel_date,
    "excel_date_1904": excel_date_1904,
    "excel_datetime": excel_datetime,
    "excel_datetime_1904": excel_datetime_1904,
    "money": money,
    "money_fen": money_fen,
    "money_yuan": money_yuan,
    "money_wan": money_wan,
    "money_yi": money_yi,
    "ratio": ratio,
    "percent": percent,
    "fraction": fraction,
    "resident_id": resident_id,
    "masked_id": masked_id,
    "whole_id": whole_or_none(resident_id, "resident_id"),
    "mask_of_id": mask_or_none(masked_id, "masked_id"),
    "uscc": uscc,
    "org_code": org_code,
    "registration_number": registration_number,
    "plate": plate,
    "phone": phone,
    "masked_phone": masked_phone,
    "whole_phone": whole_or_none(phone, "phone"),
    "mask_of_phone": mask_or_none(masked_phone, "masked_phone"),
    "bank_account": bank_account,
    "fuel_card": fuel_card,
    "document_number": document_number,
    "invoice_number": invoice_number,
    "area_code": area_code,
}
# The same field has one form in whatever source it stands and whoever asks for it, or one thing would get two identities.
FORM_OF_FIELD = {
    "id_number": "resident_id",
    "uscc": "uscc",
    "plate": "plate",
    "phone_number": "phone",
    "account_number": "bank_account",
    "card_number": "fuel_card",
    "address": "postal_text",
}
# Those that read local telephone numbers, by the area that these are of.
_IN_AREA: dict[str, Callable[[str], Normaliser]] = {
    "phone": phone_in,
    "whole_phone": lambda area: whole_or_none(phone_in(area), "phone"),
}
TAKE_AREA = frozenset(_IN_AREA)


def normaliser(name: str, area: str | None = None) -> Normaliser:
    """Return the normaliser of this name, for local telephone numbers of an area if one is given."""
    return NORMALISERS[name] if area is None else _IN_AREA[name](area)
