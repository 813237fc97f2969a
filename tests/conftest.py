"""What every test may ask for."""

from collections.abc import Generator, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from tests import servers

# How long an example takes says how busy the machine is, and nothing of the code.
settings.register_profile("portal", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("portal")


BROWSER = {"page", "context", "browser"}
DATABASE = {"db", "transactional_db", "live_server"}


@pytest.hookimpl(wrapper=True, tryfirst=True)  # before -m chooses, and after all have sorted
def pytest_collection_modifyitems(items: list[pytest.Item]) -> Generator[None]:
    """Mark what drives a browser or asks a database, so that no test can forget to say so.

    What takes long begins first: else one process would still be at it when the others are done.
    """
    for item in items:
        asked = set(getattr(item, "fixturenames", ()))
        if BROWSER & asked:
            item.add_marker(pytest.mark.browser)
        if DATABASE & asked or item.get_closest_marker("django_db"):
            item.add_marker(pytest.mark.database)
    yield
    items.sort(key=lambda item: not any(map(item.get_closest_marker, ("browser", "servers"))))


@pytest.fixture(autouse=True)
def _is_asked_of_postgresql(request: pytest.FixtureRequest) -> None:
    """Skip what is marked `postgres` elsewhere: `make test` asks it of a real one."""
    if request.node.get_closest_marker("postgres") is None:
        return
    from django.db import connection

    if connection.vendor != "postgresql":
        pytest.skip("asks what only PostgreSQL can answer: run bin/test")


@pytest.fixture(autouse=True, scope="session")
def _what_is_kept_may_be_emptied_between_tests() -> Iterator[None]:
    """Lift the triggers of what is never changed while a test database is flushed."""
    from django.db import connection
    from django.test import TransactionTestCase

    from records import append_only
    from reviews import agreed_terms, frozen

    empty = TransactionTestCase._fixture_teardown

    def emptied(case: TransactionTestCase) -> None:
        for kept in (append_only, agreed_terms, frozen):
            kept.remove(connection)
        try:
            empty(case)
        finally:
            for kept in (append_only, agreed_terms, frozen):
                kept.install(connection)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", emptied)
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: Any) -> Iterator[None]:
    """Hang up for what a test started and is slow to: else nobody can drop the database."""
    yield
    from django.db import connection

    if connection.vendor == "postgresql":
        with django_db_blocker.unblock(), connection.cursor() as cursor:
            cursor.execute(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                "WHERE datname = current_database() AND pid <> pg_backend_pid()"
            )


@pytest.fixture
def smtp() -> Iterator[servers.SmtpSink]:
    """Yield a mail server of this test's own."""
    with servers.smtp_sink() as sink:
        yield sink


@pytest.fixture(scope="session")
def embedded_broker_url() -> Iterator[str]:
    with servers.embedded_broker() as url:
        yield url


@pytest.fixture(scope="session")
def redis_url() -> Iterator[str]:
    with servers.redis_server() as url:
        yield url
