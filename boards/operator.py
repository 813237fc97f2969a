"""Who the log names when something is done at the command line."""

from django.contrib.auth.hashers import make_password

from boards.models import User

OPERATOR = "operator@portal.invalid"


def person_named(email: str | None) -> User:
    """Return the person, or without an address the operator, an account nobody signs in to.

    Raises User.DoesNotExist where nobody has the address.
    """
    if email is not None:
        return User.objects.get_by_natural_key(email)
    return User.objects.get_or_create(
        email=OPERATOR,
        defaults={
            "full_name": "Operator at the command line",
            "is_active": False,
            "password": make_password(None),
        },
    )[0]
