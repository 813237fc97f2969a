"""Where GOV.UK Notify says what became of a mail."""

import logging

from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ValidationError
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from notifications.models import Receipt
from notifications.models.receipt import Taken
from notifications.receipts import ReceiptForm, are_expected, comes_from_notify, read

logger = logging.getLogger(__name__)


@login_not_required
@csrf_exempt  # Notify has no session that could be abused; it is known by its token.
@never_cache
@require_POST
def notify_receipts(request: HttpRequest) -> JsonResponse:
    """Keep a receipt: 200; 503 where Notify is to come again, as it does every five minutes."""
    if refusal := _refusal(request):
        return refusal
    try:
        form = ReceiptForm(read(request))
    except ValidationError as error:
        return _refuse(400, *error.messages)
    if not form.is_valid():
        wrong = [f"{name}: {' '.join(said)}" for name, said in form.errors.items()]
        return _refuse(400, *wrong)
    return _take(form.cleaned_data)


def _refusal(request: HttpRequest) -> JsonResponse | None:
    """Return the answer to somebody who is not, or cannot be, Notify."""
    if not are_expected():
        return _refuse(404, "No receipts are expected here.")
    authorization = request.headers.get("Authorization")
    if not authorization:
        answer = _refuse(401, "Send the bearer token.")
        answer["WWW-Authenticate"] = "Bearer"
        return answer
    return None if comes_from_notify(authorization) else _refuse(403, "Not the bearer token.")


def _take(facts: dict) -> JsonResponse:
    now = timezone.now()
    reference = facts["reference"]
    taken = Receipt.take(
        reference,
        notification=facts["id"],
        status=facts["status"],
        at=facts["completed_at"] or now,
        notified_at=now,
    )
    if taken is Taken.TOO_EARLY:
        return _refuse(503, "A mail of this reference may be on its way: come again.")
    if taken is Taken.UNKNOWN:
        # Accepted, or Notify would come again with it; another copy of the portal may know it.
        logger.warning("GOV.UK Notify sent a receipt for an unknown reference: %r", reference)
    return JsonResponse({"result": taken.name.lower()})


def _refuse(status: int, *reasons: str) -> JsonResponse:
    return JsonResponse({"errors": reasons}, status=status)
