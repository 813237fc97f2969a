"""The addresses at which accounts of the same event are looked at."""

from django.urls import URLPattern, path

from chronology.views import accounts

BASE = "reviews/<str:reference>/chronology/same-event/"

urlpatterns: list[URLPattern] = [
    path(BASE, accounts.pairs, name="same-event"),
    path(f"{BASE}settle/", accounts.settle, name="same-event-settle"),
    path(f"{BASE}look/", accounts.look_again, name="same-event-look"),
    path(f"{BASE}link/<int:pk>/", accounts.link, name="same-event-link"),
]
