"""Where Splink compares: DuckDB in this process, or Spark for more people than one machine bears."""

import logging
from dataclasses import dataclass
from typing import Any, Literal

import pyarrow as pa  # type: ignore[import-untyped]

from graph_service.errors import BadInput

EngineName = Literal["duckdb", "spark"]
_SPARK_TYPES = {pa.string(): "string", pa.bool_(): "boolean", pa.list_(pa.string()): "array<string>"}


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
        """Return every pair that the settings lead to, with the weight of each comparison."""
        # Splink takes seconds to load; commands that do not compare need not wait for it.
        from splink import Linker

        logging.getLogger("splink").setLevel(logging.ERROR)
        backend, tables = self._registered(left, right)
        linker = Linker(tables, settings, log_level=logging.ERROR)
        found: list[dict[str, Any]] = linker.inference.predict(threshold_match_weight=-30).as_record_list()
        if self.name == "spark":
            backend.spark.stop()
        return found

    def _registered(self, left: pa.Table, right: pa.Table) -> tuple[Any, list[Any]]:
        named = (("a_loose", left), ("b_known", right))
        if self.name == "duckdb":
            from splink import DuckDBAPI

            backend = DuckDBAPI()
            return backend, [backend.register(table, dataset_display_name=name) for name, table in named]
        return self._registered_in_spark(named)

    def _registered_in_spark(self, named: tuple[tuple[str, pa.Table], ...]) -> tuple[Any, list[Any]]:
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
        frames = [session.createDataFrame(table.to_pylist(), schema=_schema(table)) for _, table in named]
        tables = zip(named, frames, strict=True)
        return backend, [backend.register(frame, dataset_display_name=name) for (name, _), frame in tables]


def _schema(table: pa.Table) -> str:
    return ", ".join(f"{field.name} {_SPARK_TYPES[field.type]}" for field in table.schema)
