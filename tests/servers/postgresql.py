"""A throwaway PostgreSQL cluster: quick, because what it holds may be lost."""

import os
import pwd
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg

from lscb_portal.serve.children import told_when_this_process_dies

OWNER = "postgres"  # PostgreSQL refuses to run as root
START_SECONDS = 30
CARELESS = ("fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=")


@contextmanager
def postgres_cluster() -> Iterator[str]:
    """Yield the DATABASE_URL of an empty database `portal`, on a Unix socket."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    if os.geteuid() == 0:
        owner = pwd.getpwnam(OWNER)
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    try:
        with _server(folder):
            yield f"postgres://portal@{quote(str(folder), safe='')}:5432/portal"
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _server(folder: Path) -> Iterator[None]:
    data = folder / "data"
    log = (folder / "log").open("wb")
    initdb = [_program("initdb"), "-D", data, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
    subprocess.run(
        [*initdb, "-N", "-U", "portal"], check=True, stdout=log, stderr=log, **_as_owner()
    )
    settings = [word for setting in CARELESS for word in ("-c", setting)]
    server = subprocess.Popen(
        [_program("postgres"), "-D", data, "-k", folder, *settings],
        stdout=log,
        stderr=log,
        preexec_fn=told_when_this_process_dies(signal.SIGQUIT),
        **_as_owner(),
    )
    try:
        _create_database(folder, server)
        yield
    finally:
        server.send_signal(signal.SIGQUIT)  # at once: nothing is worth keeping
        server.wait()
        log.close()


def _create_database(folder: Path, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            with psycopg.connect(
                host=str(folder), user="portal", dbname="postgres", autocommit=True
            ) as connection:
                connection.execute("CREATE DATABASE portal")
                return
        except psycopg.OperationalError:
            if server.poll() is not None or time.monotonic() > deadline:
                print((folder / "log").read_text())
                raise
            time.sleep(0.05)


def _program(name: str) -> str:
    """Return the newest installed; Debian keeps them off PATH."""
    debian = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), key=_version)
    found = str(debian[-1]) if debian else shutil.which(name)
    if found is None:
        raise RuntimeError("PostgreSQL is not installed: run bin/test-servers.")
    return found


def _version(program: Path) -> float:
    return float(program.parent.parent.name)


def _as_owner() -> dict[str, Any]:
    """Return what makes a process run as PostgreSQL's own user, where we may choose."""
    somewhere = {"cwd": "/"}  # it need not be allowed to see our folder
    if os.geteuid() != 0:
        return somewhere
    return {**somewhere, "user": OWNER, "group": OWNER, "extra_groups": []}
