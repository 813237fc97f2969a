"""The addresses at which the integrated chronology is read."""

from django.urls import URLPattern, path

from chronology.views import entry, glossary, integrated, marking, silence, timeline

BASE = "reviews/<str:reference>/chronology/"

urlpatterns: list[URLPattern] = [
    path(BASE, integrated.chronology, name="chronology"),
    path(f"{BASE}mark/", marking.mark, name="chronology-mark"),
    path(f"{BASE}timeline/", timeline.timeline, name="chronology-timeline"),
    path(f"{BASE}silence/", silence.silence, name="chronology-silence"),
    path(f"{BASE}glossary/", glossary.glossary, name="glossary"),
    path(f"{BASE}glossary/<int:pk>/remove/", glossary.remove, name="glossary-remove"),
    path("chronology/entries/<int:pk>/", entry.entry, name="chronology-entry"),
    path("chronology/entries/<int:pk>/mark/", marking.mark_one, name="chronology-entry-mark"),
]
