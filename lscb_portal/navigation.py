"""The links at the top of every page, by what the person's roles open to them."""

from django.http import HttpRequest
from django.urls import reverse

from boards.models import User
from boards.roles import ROLES, Auditor, Chair, Coordinator, Evaluator, Manager, Role, Sees
from insights import board_page

Link = dict[str, str | bool]
STAFF: tuple[type[Role], ...] = (Coordinator, Manager)


# (text, URL name) of what a role opens, in the order shown after the lists.
FOR_ROLES: tuple[tuple[str, str, tuple[type[Role], ...]], ...] = (
    ("Submissions", "submissions", (Evaluator,)),
    ("Log an incident", "drafts", STAFF),
    ("Statistics", "statistics", (Manager, Chair, Evaluator)),
    ("Log", "log", (Auditor,)),
)


def links_for(user: User) -> list[tuple[str, str]]:
    """Return (text, URL name) in the order shown: on one line; what is rarer is under "Board"."""
    scopes = {ROLES[seat.role].sees for seat in user.seats()}
    links = [("Home", "home")]
    if scopes - {Sees.REQUESTS, Sees.LOG}:
        links += [("Reviews", "reviews"), ("Deadlines", "deadlines")]
    if scopes - {Sees.LOG}:
        links += [("Calendar", "calendar")]
    links += [(text, name) for text, name, roles in FOR_ROLES if user.has_role(*roles)]
    if board_page.links_for(user):
        links += [("Board", "board")]
    return links


def is_current(here: str, name: str) -> bool:
    """Return whether the link leads to the page, or to what the page is a part of."""
    under = [reverse(name), *(reverse(each.url) for each in board_page.LINKS if name == "board")]
    return any(here == href or (href != "/" and here.startswith(href)) for href in under)


def navigation(request: HttpRequest) -> dict[str, object]:
    """Add the links and the person's boards to every template; nothing for a stranger."""
    user = getattr(request, "user", None)
    if not isinstance(user, User):
        return {"navigation": [], "seats": []}
    links: list[Link] = [
        {"text": text, "href": reverse(name), "current": is_current(request.path, name)}
        for text, name in links_for(user)
    ]
    return {"navigation": links, "seats": user.seats()}
