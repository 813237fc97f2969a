"""The links at the top of every page, by what the person's roles open to them."""

from django.http import HttpRequest
from django.urls import reverse

from boards.models import User
from boards.roles import ROLES, Auditor, Chair, Coordinator, Evaluator, Manager, Role, Sees

Link = dict[str, str | bool]
STAFF: tuple[type[Role], ...] = (Coordinator, Manager)


# (text, URL name) of what a role opens, in the order shown after the lists.
FOR_ROLES: tuple[tuple[str, str, tuple[type[Role], ...]], ...] = (
    ("Submissions", "submissions", (Evaluator,)),
    ("Log an incident", "drafts", STAFF),
    ("Past reviews", "past-reviews", (Manager,)),
    ("Statistics", "statistics", (Manager, Chair, Evaluator)),
    ("Log", "log", (Manager, Chair, Auditor)),
    ("Reminder rules", "ladder", (Manager, Chair)),
    ("Status", "status", (Manager, Chair)),
)


def links_for(user: User) -> list[tuple[str, str]]:
    """Return (text, URL name) in the order shown."""
    scopes = {ROLES[seat.role].sees for seat in user.seats()}
    links = [("Home", "home")]
    if scopes - {Sees.REQUESTS, Sees.LOG}:
        links += [("Reviews", "reviews"), ("Deadlines", "deadlines")]
    links += [(text, name) for text, name, roles in FOR_ROLES if user.has_role(*roles)]
    if user.is_staff:
        links += [("Bank holidays", "bank-holidays")]
    if scopes - {Sees.LOG}:
        links += [("Calendar", "calendar")]
    return links


def navigation(request: HttpRequest) -> dict[str, object]:
    """Add the links and the person's boards to every template; nothing for a stranger."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"navigation": [], "seats": []}
    here = request.path
    links: list[Link] = []
    for text, name in links_for(user):
        href = reverse(name)
        links.append(
            {
                "text": text,
                "href": href,
                "current": here == href or (href != "/" and here.startswith(href)),
            }
        )
    return {"navigation": links, "seats": user.seats()}
