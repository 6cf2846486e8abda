"""A column that has changed its type or meaning: it rejects so many rows that the load stops and says so."""

from collections import Counter

from graph_service.errors import BadInput
from loaders.rejection import Reason, Rejection

_LEAST = 20  # rejected rows below which nothing is concluded


class Retyping:
    """Counts the rows that each column rejects."""

    def __init__(self, share: float, where: str) -> None:
        self._share = share  # of the rows, which one column may reject
        self._where = where
        self._rejected: Counter[str] = Counter()
        self._reasons: Counter[Reason] = Counter()
        self.rows = 0

    def note(self, rejection: Rejection) -> None:
        """Take up one rejected row."""
        if rejection.reason.column:
            self._rejected[rejection.reason.column] += 1
            self._reasons[rejection.reason] += 1

    def check(self) -> None:
        """Refuse to go on where one column rejects more than its contract lets pass."""
        for column, count in self._rejected.most_common(1):
            if count < _LEAST or count <= self.rows * self._share:
                return
            share = f"{count:,} of {self.rows:,}"
            usual = next(reason for reason, _ in self._reasons.most_common() if reason.column == column)
            raise BadInput(
                f"column '{column}' rejects {share} rows, more than the share of {self._share:g} that the "
                f"contract lets pass, most of them because the cell {usual.en}: it seems to hold something else than the "
                "declaration says",
                self._where,
                "look at the column; correct the file or the declaration, or raise retyped",
                zh=f"列“{column}”已有{count}行（共{self.rows}行）被拒，超过约定比例{self._share:g}，多因{usual.zh}；"
                "该列内容似与声明不符，请核对文件或声明",
            )
