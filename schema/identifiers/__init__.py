"""Normalisers of values: pure functions that return a canonical value, None when absent, or refuse with a reason."""

from schema.identifiers.absent import absent
from schema.identifiers.accounts import bank_account, fuel_card
from schema.identifiers.areas import area_code
from schema.identifiers.check_digits import luhn_check, org_code_check, registration_check, ric_check, uscc_check
from schema.identifiers.credit_code import org_code, registration_number, uscc
from schema.identifiers.dates import date, datetime, excel_date, excel_date_1904, excel_datetime, excel_datetime_1904
from schema.identifiers.documents import document_number, invoice_number, plain_issuer
from schema.identifiers.fold import fold
from schema.identifiers.free_text import postal_text, text
from schema.identifiers.masked import mask_fits, masked_id, masked_phone
from schema.identifiers.money import money_wan, money_yi, money_yuan
from schema.identifiers.numbers import boolean, decimal, integer
from schema.identifiers.person_name import name
from schema.identifiers.phones import phone, phone_in
from schema.identifiers.pinyin import pinyin_keys
from schema.identifiers.plates import plate
from schema.identifiers.refused import Refused
from schema.identifiers.registry import FORM_OF_FIELD, NORMALISERS, TAKE_AREA, Normaliser, normaliser
from schema.identifiers.resident import resident_id
from schema.identifiers.surnames import COMPOUND_SURNAMES, split_name, surname_readings
from schema.identifiers.unit_name import unit_name

__all__ = [
    "COMPOUND_SURNAMES",
    "FORM_OF_FIELD",
    "NORMALISERS",
    "TAKE_AREA",
    "Normaliser",
    "Refused",
    "absent",
    "area_code",
    "bank_account",
    "boolean",
    "date",
    "datetime",
    "decimal",
    "document_number",
    "excel_date",
    "excel_date_1904",
    "excel_datetime",
    "excel_datetime_1904",
    "fold",
    "fuel_card",
    "integer",
    "invoice_number",
    "luhn_check",
    "mask_fits",
    "masked_id",
    "masked_phone",
    "money_wan",
    "money_yi",
    "money_yuan",
    "name",
    "normaliser",
    "org_code",
    "org_code_check",
    "phone",
    "phone_in",
    "pinyin_keys",
    "plain_issuer",
    "plate",
    "postal_text",
    "registration_check",
    "registration_number",
    "resident_id",
    "ric_check",
    "split_name",
    "surname_readings",
    "text",
    "unit_name",
    "uscc",
    "uscc_check",
]
