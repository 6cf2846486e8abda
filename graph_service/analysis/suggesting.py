"""Who may belong too: what a matter does not name, though it stands beside what it names; measured by `bench.real_network`."""

from collections.abc import Collection

import numpy
from numpy.typing import NDArray
from scipy.sparse import csr_array, diags_array

from graph_service.analysis.bounds import NAMED_AGAIN

Strengths = NDArray[numpy.float64]
TO_NAMINGS = (3, 5)  # steps from a matter to what is named beside what it names, or back
TO_MATTERS = (2, 4, 6)  # steps from a matter to another, or from what is named to what is named


def ways(matrix: csr_array, asked: list[int], lengths: Collection[int]) -> Strengths:
    """Return how strongly each node is reached from each of those asked about by ways of these lengths, a column for each.

    Each step counts less, the more ties both its ends have.
    """
    even = _evened(matrix)
    steps = numpy.zeros((matrix.shape[0], len(asked)))
    steps[asked, numpy.arange(len(asked))] = 1.0
    found = numpy.zeros_like(steps)
    for length in range(1, max(lengths) + 1):
        steps = even @ steps
        if length in lengths:
            found += steps
    return found


def strengths(matrix: csr_array, asked: list[int]) -> Strengths:
    """Return how much speaks for a naming between each node and each asked about: the ways there, and namings beyond one."""
    again = numpy.maximum(matrix.sum(axis=1) - 1.0, 0.0)
    found: Strengths = ways(matrix, asked, TO_NAMINGS) + NAMED_AGAIN * again[:, None]
    return found


def _evened(matrix: csr_array) -> csr_array:
    roots = diags_array(1.0 / numpy.sqrt(numpy.maximum(matrix.sum(axis=1), 1.0)))
    return csr_array(roots @ matrix @ roots)
