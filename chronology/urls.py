"""Every address of the chronology, by what is done there."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("chronology.receive_urls")),
    path("", include("chronology.view_urls")),
]
