"""Settings of one installation, read once from the environment and handed down."""

import os
import re
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import Field, SecretStr, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
    SettingsError,
)

from graph_service.desk_settings import DeskSettings
from graph_service.errors import BadInput
from graph_service.keys import read_or_create_key
from graph_service.user import may_keep_things
from graph_service.vault_settings import VaultSettings

PREFIX = "LEADLINK_"
MemorySize = Annotated[str, Field(pattern=r"^[1-9][0-9]*[kmg]$")]


class FileSettingsSource(EnvSettingsSource):
    """Reads `LEADLINK_X_FILE`, so that a secret never stands in the environment itself."""

    def get_field_value(self, field: FieldInfo, field_name: str) -> tuple[Any, str, bool]:
        """Return the content of the file that `LEADLINK_<FIELD>_FILE` names, or None."""
        name = self.env_vars.get(f"{PREFIX}{field_name}_FILE".lower())
        if not name:
            return None, field_name, False
        try:
            return Path(name).read_text(encoding="utf-8").strip(), field_name, False
        except (OSError, UnicodeDecodeError) as error:
            reason = getattr(error, "strerror", None) or "not UTF-8 text"
            what = f"{PREFIX}{field_name.upper()}_FILE cannot be read ({reason})"
            raise BadInput(what, name, "give a readable file") from error


class Settings(DeskSettings, VaultSettings):
    """Every setting, its default and its meaning."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="ignore")

    home: Path = Field(Path(".leadlink"), description="folder of all that is written: database, demo, logs")
    demo: bool = Field(False, description="demo mode: GraphiQL, officers and tokens for trying things")

    neo4j_uri: str | None = Field(
        None, pattern=r"^(neo4j|bolt)(\+s|\+ssc)?://\S+$", description="Neo4j to use; unset means the embedded server"
    )
    neo4j_user: str = Field("neo4j", description="user at Neo4j")
    neo4j_password: SecretStr | None = Field(None, description="password at Neo4j; the embedded server makes its own")
    neo4j_database: str = Field("neo4j", description="database at Neo4j")
    neo4j_bolt_port: int = Field(0, ge=0, le=65535, description="port of the embedded server; 0 finds one and keeps it")
    neo4j_heap_initial: MemorySize = Field("512m", description="heap the embedded server starts with")
    neo4j_heap_max: MemorySize = Field("2g", description="heap the embedded server may grow to")
    neo4j_page_cache: MemorySize = Field("512m", description="page cache of the embedded server")
    neo4j_java_options: str = Field(
        "", description="further options for the Java of the embedded server, with blanks between"
    )
    neo4j_replan_seconds: int = Field(
        10, ge=1, description="for how long the embedded server uses a plan, however the graph has changed since"
    )
    neo4j_start_seconds: float = Field(120, gt=0, description="how long to wait for the embedded server")
    cache: Path | None = Field(
        None,
        description="folder of downloaded jars; unset means the user's cache folder, or one in the home",
    )
    maven_repository: str | None = Field(None, description="mirror of the Maven repository to download the jars from")

    sources: Path | None = Field(None, description="folder of declarations that the service keeps up to date")
    data: Path | None = Field(None, description="folder of the exported files of these sources")
    schedule_seconds: float = Field(15, gt=0, description="how often the service looks for sources that are due")
    link_seconds: float = Field(
        15,
        ge=0,
        description="how often the service looks whether links have to be proposed; 0 leaves it to `leadlink link`",
    )
    keys_seconds: float = Field(
        5, ge=0, description="how often the service looks whether search keys are due; 0 leaves it to `leadlink keys`"
    )
    keep_loads: int = Field(20, ge=0, description="how many loads of a file can be rolled back; 0 keeps no rows")

    host: str = Field("127.0.0.1", description="address the service listens on")
    port: int = Field(8000, ge=0, le=65535, description="port the service listens on")
    workers: int = Field(1, ge=1, le=64, description="worker processes of the service")
    head_seconds: float = Field(10, gt=0, description="longest time a client may take to send the head of a request")
    body_seconds: float = Field(30, gt=0, description="longest time a client may take over a body, sent or received")
    keep_alive_seconds: int = Field(20, ge=1, description="how long a connection may wait for its next request")
    most_connections: int = Field(1000, ge=16, description="connections that one worker keeps at a time")
    log_requests: bool = Field(True, description="write one line of JSON per operation to the standard error")
    access_log: bool = Field(
        True, description="write every answer to the access log before it leaves; demo mode alone may turn it off"
    )
    access_log_sync: Literal["answer", "second"] = Field(
        "second",
        description="answer: each waits until the disk has kept its entry; second: until the entry is written, which the disk is "
        "asked to keep every second",
    )
    access_log_entries: int = Field(1000, ge=1, description="entries of the access log after which a checkpoint is due")
    access_log_seconds: float = Field(10, gt=0, description="longest time until entries of it are under a checkpoint")
    access_log_megabytes: int = Field(64, ge=1, description="size at which the access log goes on in a new file")
    access_log_anchor: Path | None = Field(
        None, description="folder outside, best one that can be written once only, for signed heads of the access log"
    )
    access_log_anchor_command: str | None = Field(
        None, description="command that is given each signed head of the access log on its standard input"
    )
    access_log_anchor_seconds: float = Field(60, gt=0, description="how often the access log is anchored outside")
    operations: Literal["listed", "open"] | None = Field(
        None,
        description="listed: only operations of the list are answered, others to roles with ASK_FREELY; open: any; "
        "unset means listed outside demo mode",
    )
    operations_folders: str = Field(
        "",
        description="folders of the .graphql files that make the list, with commas between; unset means those of the product",
    )
    origins: str = Field(
        "", description="sites whose pages may ask beside our own, such as https://desk.example, with commas between"
    )
    metrics_token: SecretStr | None = Field(
        None,
        min_length=16,
        description="bearer token that /metrics demands; unset means that only this machine may read it",
    )
    read_timeout_seconds: float = Field(30, gt=0, description="longest time one read may take in the database")
    operation_rows: int = Field(
        200_000, ge=1, description="rows that one operation may answer, by the bounds of its lists"
    )
    answer_megabytes: int = Field(32, ge=1, description="largest answer that is sent, in megabytes")
    viewer_operations: int = Field(8, ge=1, description="operations of one officer that one worker runs at once")
    viewer_rows: int = Field(
        400_000, ge=1, description="rows that the operations of one officer may answer that run at once; others wait"
    )
    warm_start: bool = Field(True, description="plan the slow queries at start, before somebody waits for them")
    viewer_cache_seconds: float = Field(1, ge=0, description="how long a viewer's rights may be remembered")

    access_days: int = Field(
        90, ge=1, le=366, description="longest time ahead for which access to what lies behind a hit is asked and given"
    )

    most_misses: int = Field(
        20, ge=1, description="look-ups of one officer that may find nothing within an hour; further ones are refused"
    )

    operator: str | None = Field(
        None, description="name and numbers of the person who loads, with ; between: what is about them is kept out"
    )

    match_engine: Literal["duckdb", "spark"] = Field(
        "duckdb", description="where people are compared: duckdb in this process, or spark, which needs pyspark"
    )
    match_spark_master: str = Field("local[*]", description="master of the Spark cluster that compares people")

    token_key: SecretStr | None = Field(
        None, min_length=32, description="key that signs demo tokens; unset means one made in the home"
    )
    uid_key: SecretStr | None = Field(
        None, min_length=32, description="key of the opaque uids; unset means one made once in the home"
    )
    backup_key: SecretStr | None = Field(
        None,
        min_length=32,
        description="key that encrypts backups; never made here, for it would be lost with the home",
    )
    oidc_issuer: str | None = Field(None, description="issuer whose tokens are accepted")
    oidc_jwks_file: Path | None = Field(
        None, description="file of the issuer's public keys (JWKS); read again when it changes"
    )
    oidc_jwks_url: str | None = Field(
        None,
        pattern=r"^(https://|http://(127\.0\.0\.1|localhost|\[::1\])[:/])\S+$",
        description="address of the issuer's public keys (https, or http on loopback), instead of the file",
    )
    roles_file: Path | None = Field(
        None, description="file that says which teams have which role; unset means roles.yaml of the service"
    )
    oidc_audience: str | None = Field(None, description="audience that tokens must name")
    oidc_officer_claim: str = Field("sub", min_length=1, description="claim that names the officer by staff number")

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Return the sources in order: arguments, environment, files named by the environment."""
        return init_settings, env_settings, FileSettingsSource(settings_cls)

    @property
    def is_listed_only(self) -> bool:
        """Return whether only operations of the list are answered."""
        return (self.operations or ("open" if self.demo else "listed")) == "listed"

    @property
    def listed_folders(self) -> tuple[Path, ...]:
        """Return the folders of the list; none where it is the product's."""
        return tuple(Path(each.strip()) for each in self.operations_folders.split(",") if each.strip())

    @property
    def allowed_origins(self) -> tuple[str, ...]:
        """Return the sites whose pages may ask, in small letters and without a slash at the end."""
        return tuple(each.strip().rstrip("/").lower() for each in self.origins.split(",") if each.strip())

    @property
    def operator_names(self) -> tuple[str, ...]:
        """Return what the person who loads is known by."""
        return tuple(each.strip() for each in re.split("[;；]", self.operator or "") if each.strip())

    @property
    def kept_cache(self) -> Path | None:
        """Return the folder of the cache, None for the user's own; in the home where the user has none."""
        return self.cache or (None if os.environ.get("XDG_CACHE_HOME") or may_keep_things() else self.home / "cache")

    def read_token_key(self) -> bytes:
        """Return the key that signs demo tokens, made on first use."""
        return _key(self.token_key, self.home, "token_key")

    def read_uid_key(self) -> bytes:
        """Return the key of the opaque uids, made on first use and never changed after."""
        return _key(self.uid_key, self.home, "uid_key")


def read_settings(**given: Any) -> Settings:
    """Return the settings of this process, or refuse with the name of the setting that is wrong."""
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except SettingsError as error:
        if isinstance(error.__cause__, BadInput):
            raise error.__cause__ from None
        raise
    except ValidationError as error:
        first = error.errors(include_input=False, include_url=False)[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise BadInput(f"setting {name} is wrong", first["msg"], "correct or unset it") from error


def _key(given: SecretStr | None, home: Path, name: str) -> bytes:
    return given.get_secret_value().encode() if given else read_or_create_key(home / "secrets" / name)
