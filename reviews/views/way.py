"""Where the pages of a draft lead: on to the next group, or back to where one came from."""

import secrets

from django.http import HttpRequest
from django.urls import reverse

from reviews.forms.notify import GROUPS
from reviews.models import IncidentDraft

CHECK = "check"


class Way:
    """The addresses around one page of a draft, for somebody who may come from its check page."""

    def __init__(self, request: HttpRequest, draft: IncidentDraft) -> None:
        self.draft = draft
        self.is_from_check = request.GET.get("back") == CHECK
        self.query = f"?back={CHECK}" if self.is_from_check else ""

    def back(self) -> str:
        """Return the page that lists the sections: the check page for who came from there."""
        return reverse("draft-check" if self.is_from_check else "draft", args=[self.draft.key])

    def to_group(self, slug: str) -> str:
        return reverse("draft-group", args=[self.draft.key, slug]) + self.query

    def out_of_entry(self, slug: str, *, is_new: bool) -> str:
        """Return where an entry leads: its list, or the check page for a change made from there."""
        return self.back() if self.is_from_check and not is_new else self.to_group(slug)

    def after(self, slug: str) -> str:
        """Return what follows a group: the next group, or the check page."""
        slugs = list(GROUPS)
        following = slugs[slugs.index(slug) + 1 :]
        if self.is_from_check or not following:
            return reverse("draft-check", args=[self.draft.key])
        return self.to_group(following[0])

    def to_new_entry(self, slug: str, **prefilled: int) -> str:
        """Return the address of an entry that nobody has used: reading it saves nothing."""
        unused = secrets.token_hex(5)
        href = reverse("draft-item", args=[self.draft.key, slug, unused]) + self.query
        for name, value in prefilled.items():
            href += f"{'&' if '?' in href else '?'}{name}={value}"
        return href
