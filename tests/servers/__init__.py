"""Real servers for tests and benchmarks, each a context manager that leaves nothing behind.

As a program, `python -m tests.servers COMMAND…` runs a command with DATABASE_URL set to a
throwaway PostgreSQL.
"""

from tests.servers.brokers import embedded_broker, redis_server
from tests.servers.mail import SmtpSink, smtp_sink
from tests.servers.postgresql import postgres_cluster
from tests.servers.processes import (
    Running,
    celery_beat,
    celery_worker,
    database_url,
    free_port,
    portal,
)
from tests.servers.scanner import Scanner, malware_scanner
from tests.servers.web import Web, web_process

__all__ = [
    "Running",
    "Scanner",
    "SmtpSink",
    "Web",
    "celery_beat",
    "celery_worker",
    "database_url",
    "embedded_broker",
    "free_port",
    "malware_scanner",
    "portal",
    "postgres_cluster",
    "redis_server",
    "smtp_sink",
    "web_process",
]
