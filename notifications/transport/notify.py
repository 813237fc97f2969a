"""By GOV.UK Notify, over HTTP. The reference is the Message-ID, so that a repeat is recognised.

The Notify template has two fields, ((subject)) and ((body)); it is given the text part, of which
Notify makes an HTML part of its own.
"""

from typing import Any, NoReturn, Self

from django.conf import settings
from django.core.mail import EmailMessage
from notifications_python_client.errors import APIError
from notifications_python_client.notifications import NotificationsAPIClient

from notifications.transport.markdown import literally
from notifications.transport.refusals import (
    NotNow,
    Refused,
    SpentForToday,
    Unreachable,
    WrongAddress,
)

# What Notify says of a message that it took and could not deliver, and that may be sent again.
MAY_BE_SENT_AGAIN = frozenset({"temporary-failure", "technical-failure"})
# How Notify's words begin where the message, and not the service or its template, is at fault.
OF_THE_ADDRESS = ("email_address", "Not a valid email address")
OF_THE_MESSAGE = ("Emails cannot be longer",)
OF_THE_TEMPLATE = ("template_id", "Template", "Missing personalisation")
MEND_THE_KEY = "An operator has to put GOVUK_NOTIFY_API_KEY and the server's clock right."
MEND_THE_TEMPLATE = "An operator has to put the template or GOVUK_NOTIFY_TEMPLATE_ID right."


class Notify:
    """One HTTP session for many messages."""

    def __enter__(self) -> Self:
        self.client = NotificationsAPIClient(
            settings.GOVUK_NOTIFY_API_KEY,
            base_url=settings.GOVUK_NOTIFY_BASE_URL,
            timeout=settings.EMAIL_TIMEOUT,
        )
        return self

    def __exit__(self, *raised: object) -> None:
        self.client.request_session.close()

    def hand_over(self, message: EmailMessage, *, may_have_left: bool) -> None:
        """Notify has accepted the message, now or in the attempt before."""
        reference = message.extra_headers["Message-ID"]
        try:
            if not (may_have_left and self._has(reference)):
                self.client.send_email_notification(
                    email_address=message.to[0],
                    template_id=settings.GOVUK_NOTIFY_TEMPLATE_ID,
                    personalisation={
                        "subject": message.subject,
                        "body": literally(str(message.body)),
                    },
                    reference=reference,
                )
        except APIError as error:
            _explain(error)

    def _has(self, reference: str) -> bool:
        """Return whether Notify took a message of this reference and has not given it back."""
        answer = self.client.get_all_notifications(template_type="email", reference=reference)
        known = answer.get("notifications", []) if isinstance(answer, dict) else []
        return any(one.get("status") not in MAY_BE_SENT_AGAIN for one in known)


def _explain(error: APIError) -> NoReturn:
    """Tell by the answer whether this message, or any, is worth another try, and when."""
    words = in_words(error)
    match error.status_code:
        case 400 if words.startswith(OF_THE_ADDRESS):
            raise WrongAddress(words) from error
        case 400 if words.startswith(OF_THE_MESSAGE):
            raise Refused(words) from error
        case 400 if words.startswith(OF_THE_TEMPLATE):
            raise Unreachable(f"{words}. {MEND_THE_TEMPLATE}") from error
        case 400:
            # As to somebody outside the team while the service is on trial: others are reached.
            raise NotNow(words) from error
        case 401 | 403:
            raise Unreachable(f"GOV.UK Notify refused us: {words}. {MEND_THE_KEY}") from error
        case 429 if "today" in words:
            raise SpentForToday(words) from error
        case _:
            raise Unreachable(f"GOV.UK Notify: {words}") from error


def in_words(error: APIError) -> str:
    """Return what Notify said on one line, or why it said nothing."""
    if error.response is None:
        cause = error.__cause__
        return f"no answer ({type(cause).__name__})" if cause else "no answer"
    said: Any = error.message
    if isinstance(said, list):
        said = "; ".join(str(one.get("message", one)) for one in said if isinstance(one, dict))
    return " ".join(f"{said}".split()).rstrip(".")
