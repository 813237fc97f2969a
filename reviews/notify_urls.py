"""The addresses of logging an incident; a draft is known by a key that cannot be guessed."""

from django.urls import path, register_converter
from django.urls.converters import StringConverter

from reviews.views import drafts, notify, submit


class EntryConverter(StringConverter):
    """The name of one child, person, agency or key date of a draft: DraftPage.item."""

    regex = "[0-9a-z]{1,20}"


register_converter(EntryConverter, "entry")

urlpatterns = [
    path("incidents/", drafts.drafts, name="drafts"),
    path("incidents/start/", drafts.start, name="start-draft"),
    path("incidents/<uuid:key>/", drafts.draft, name="draft"),
    path("incidents/<uuid:key>/check/", submit.check, name="draft-check"),
    path("incidents/<uuid:key>/discard/", drafts.discard, name="draft-discard"),
    path("incidents/<uuid:key>/matches/", submit.matches, name="draft-matches"),
    path("incidents/<uuid:key>/submitted/", submit.submitted, name="draft-submitted"),
    path("incidents/<uuid:key>/<slug:slug>/", notify.group, name="draft-group"),
    path("incidents/<uuid:key>/<slug:slug>/<entry:entry>/", notify.item, name="draft-item"),
    path(
        "incidents/<uuid:key>/<slug:slug>/<entry:entry>/remove/", notify.remove, name="draft-remove"
    ),
]
