"""What GOV.UK Notify posts when a mail was delivered or came back: who may, and its shape."""

import hmac
import json
from datetime import UTC, datetime
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MinValueValidator
from django.http import HttpRequest

from notifications.models.receipt import Outcome

LARGEST = 16 * 1024  # bytes; Notify sends less than one kilobyte
NOTIFY_BEGAN = datetime(2016, 1, 1, tzinfo=UTC)
SCHEME = "Bearer "


class ReceiptForm(forms.Form):
    """The fields of a receipt that are used; Notify's names."""

    id = forms.UUIDField()
    # Notify has none for what people send by hand in its own pages.
    reference = forms.CharField(max_length=200, required=False)
    status = forms.ChoiceField(choices=Outcome)
    completed_at = forms.DateTimeField(required=False, validators=[MinValueValidator(NOTIFY_BEGAN)])


def are_expected() -> bool:
    """Return whether the portal sends by Notify and has agreed a token with it."""
    return bool(settings.GOVUK_NOTIFY_API_KEY and settings.GOVUK_NOTIFY_CALLBACK_TOKEN)


def comes_from_notify(authorization: str) -> bool:
    """Return whether the header carries the token; it takes as long for any wrong one."""
    given = authorization.removeprefix(SCHEME) if authorization.startswith(SCHEME) else ""
    return hmac.compare_digest(given.encode(), settings.GOVUK_NOTIFY_CALLBACK_TOKEN.encode())


def read(request: HttpRequest) -> dict[str, Any]:
    """Return {field: value} as posted. Raises ValidationError."""
    if len(request.body) > LARGEST:
        raise ValidationError("A receipt is smaller than 16 kilobytes.")
    try:
        posted = json.loads(request.body)
        json.dumps(posted, ensure_ascii=False).encode()  # half a character can be kept nowhere
    except (ValueError, RecursionError) as error:
        raise ValidationError("A receipt is JSON.") from error
    if not isinstance(posted, dict):
        raise ValidationError("A receipt is a JSON object.")
    fields = {name: posted.get(name) for name in ReceiptForm.base_fields}
    if wrong := [name for name, value in fields.items() if not isinstance(value, str | None)]:
        raise ValidationError(f"Not a text: {', '.join(wrong)}.")
    return fields
