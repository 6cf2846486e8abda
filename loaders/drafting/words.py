"""What columns are called elsewhere: other names of a field, and names of columns that fill one field together."""

from collections.abc import Iterable

# By the name of the field; in the form of `plain`.
ALSO_CALLED = {
    "born_on": ("date of birth", "birth date", "birthday", "dob"),
    "died_on": ("date of death", "death date", "dod"),
    "sex": ("gender",),
    "address": ("street address", "postal address"),
    "phone_number": ("phone", "mobile", "telephone"),
    "plate": ("license plate", "registration number"),
}
_GIVEN = ("given name", "given names", "first name", "forename")
_FAMILY = ("surname", "family name", "last name")
# What a person is called, first part first, with the text between the parts.
_NAMES = ((_GIVEN, _FAMILY, " "), (("姓", "姓氏"), ("名", "名字"), ""))


def name_parts(columns: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], str] | None:
    """Return the two columns that make a person's name and the text between them, of (plain name, column); or None."""
    known = {plain: column for plain, column in columns}
    for first, second, between in _NAMES:
        begin = next((known[word] for word in first if word in known), None)
        end = next((known[word] for word in second if word in known), None)
        if begin is not None and end is not None:
            return (begin, end), between
    return None
