"""The one error of the normalisers."""


class Refused(ValueError):
    """Says in plain English and Chinese why a value is impossible and what to do about it.

    The reasons never repeat the value: they may be shown to people who may not read the row.
    """

    def __init__(self, reason_en: str, reason_zh: str, value_class: str) -> None:
        # All three go to the base class, so that the error survives pickling between processes.
        super().__init__(reason_en, reason_zh, value_class)
        self.reason_en = reason_en
        self.reason_zh = reason_zh
        self.value_class = value_class

    def __str__(self) -> str:
        return f"{self.value_class}: {self.reason_en}"
