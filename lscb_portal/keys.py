"""The keys of this copy of the portal: from the environment, or made outside production."""

import base64
import contextlib
import hashlib
import os
import secrets
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured


def secret_key(var: Path, *, is_production: bool) -> str:
    """Return SECRET_KEY, or outside production one that is made once and kept in `var`."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    if is_production:
        raise ImproperlyConfigured("Set SECRET_KEY: production does not make its own.")
    kept = var / "secret_key"
    if not kept.exists():
        fresh = kept.with_suffix(f".{os.getpid()}")
        fresh.touch(mode=0o600)
        fresh.write_text(secrets.token_urlsafe(50))
        with contextlib.suppress(FileExistsError):
            os.link(fresh, kept)  # the first of several processes wins, the others read it
        fresh.unlink()
    return kept.read_text()


def document_keys(secret: str, *, is_production: bool) -> str:
    """Return DOCUMENT_KEYS, or outside production one key that follows from `secret`."""
    if given := os.environ.get("DOCUMENT_KEYS"):
        return given
    if is_production:
        raise ImproperlyConfigured(
            "Set DOCUMENT_KEYS to name:key, where key is 32 random bytes in base64 "
            "(openssl rand -base64 32): documents are sealed with it."
        )
    derived = hashlib.sha256(b"documents" + secret.encode()).digest()
    return f"development:{base64.b64encode(derived).decode()}"
