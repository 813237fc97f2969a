"""The addresses of letters and forms, and of the Word templates that they are made from."""

from django.urls import URLPattern, path

from reviews.views import letters, word_templates

OWN = "word-templates/<slug:board>/<slug:kind>/"
VERSION = "word-templates/versions/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path("reviews/<str:reference>/letters/", letters.letters, name="letters"),
    path("reviews/<str:reference>/letters/<slug:kind>/", letters.letter, name="letter"),
    path("word-templates/", word_templates.templates, name="word-templates"),
    path(f"{VERSION}preview/", word_templates.preview, name="word-template-preview"),
    path(f"{VERSION}use/", word_templates.use, name="word-template-use"),
    path(OWN, word_templates.template, name="word-template"),
    path(f"{OWN}portals/", word_templates.portals, name="word-template-portals"),
    path(f"{OWN}portals/use/", word_templates.use_portals, name="word-template-use-portals"),
]
