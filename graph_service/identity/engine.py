"""Where Splink compares: DuckDB in this process, or Spark for more people than one machine bears."""

import logging
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa  # type: ignore[import-untyped]

from graph_service.errors import BadInput

EngineName = Literal["duckdb", "spark"]
Register = Callable[[pa.Table, str], Any]  # gives a table to the backend under a name
_SPARK_TYPES = {
    pa.string(): "string",
    pa.bool_(): "boolean",
    pa.float64(): "double",
    pa.list_(pa.string()): "array<string>",
}


@dataclass(frozen=True)
class Engine:
    """The backend of the comparison; `size` is what it calls the length of a list."""

    name: EngineName = "duckdb"
    spark_master: str = "local[*]"

    @property
    def size(self) -> str:
        """Return the function that counts the items of a list."""
        return "len" if self.name == "duckdb" else "size"

    def predict(self, settings: Any, left: pa.Table, right: pa.Table) -> list[dict[str, Any]]:
        """Return every pair that the settings lead to, with the weight of each comparison.

        How rare a value is follows from the right side alone: a ledger that names somebody often makes no name common.
        """
        # Splink takes seconds to load; commands that do not compare need not wait for it.
        from splink import Linker

        logging.getLogger("splink").setLevel(logging.ERROR)
        backend, register = self._backend()
        linker = Linker([register(left, "a_loose"), register(right, "b_known")], settings, log_level=logging.ERROR)
        for column in _weighed_by_rarity(settings):
            shares = register(_shares(right, column), f"shares_{column}")
            linker.table_management.register_term_frequency_lookup(shares, column)
        found: list[dict[str, Any]] = linker.inference.predict(threshold_match_weight=-30).as_record_list()
        if self.name == "spark":
            backend.spark.stop()
        return found

    def _backend(self) -> tuple[Any, Register]:
        if self.name == "spark":
            return self._spark()
        from splink import DuckDBAPI

        backend = DuckDBAPI()
        return backend, lambda table, name: backend.register(table, dataset_display_name=name)

    def _spark(self) -> tuple[Any, Register]:
        try:
            from pyspark.sql import SparkSession  # type: ignore[import-not-found, unused-ignore]
        except ImportError as error:
            what = "LEADLINK_MATCH_ENGINE is spark, but pyspark is not installed"
            raise BadInput(what, "settings", "install pyspark, which needs Java 17 or later, or unset it") from error
        from splink import SparkAPI

        api: Any = SparkAPI
        session = SparkSession.builder.master(self.spark_master).appName("leadlink").getOrCreate()
        session.sparkContext.setLogLevel("ERROR")
        backend = api(spark_session=session, break_lineage_method="persist", register_udfs_automatically=False)

        def register(table: pa.Table, name: str) -> Any:
            frame = session.createDataFrame(table.to_pylist(), schema=_schema(table))
            return backend.register(frame, dataset_display_name=name)

        return backend, register


def _weighed_by_rarity(settings: Any) -> list[str]:
    levels = [level for comparison in settings.comparisons for level in comparison["comparison_levels"]]
    return sorted({level["tf_adjustment_column"] for level in levels if "tf_adjustment_column" in level})


def _shares(table: pa.Table, column: str) -> pa.Table:
    """Return the values of a column, each with its share of the rows that have one."""
    counts = Counter(value for value in table[column].to_pylist() if value is not None)
    total = counts.total()
    shares = pa.array([count / total for count in counts.values()], pa.float64())
    return pa.table({column: pa.array(counts, pa.string()), f"tf_{column}": shares})


def _schema(table: pa.Table) -> str:
    return ", ".join(f"{field.name} {_SPARK_TYPES[field.type]}" for field in table.schema)
