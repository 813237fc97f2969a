"""The cast, and copies that leave."""

from django.urls import path

from chronology.views import cast, copies, mentions, names

urlpatterns = [
    path("chronology/names/", names.names, name="chronology-names"),
    path("reviews/<str:reference>/cast/", cast.cast, name="cast"),
    path("reviews/<str:reference>/cast/add/", cast.add, name="cast-add"),
    path("reviews/<str:reference>/cast/file/", cast.bring_in, name="cast-file"),
    path("reviews/<str:reference>/cast/unlisted/", cast.unlisted, name="cast-unlisted"),
    path("reviews/<str:reference>/cast/rulings/", mentions.rulings, name="rulings"),
    path("reviews/<str:reference>/cast/<int:pk>/", cast.person, name="cast-person"),
    path("reviews/<str:reference>/cast/<int:pk>/mentions/", mentions.mentions, name="mentions"),
    path("chronology/entries/<int:pk>/mentions/", mentions.entry_mentions, name="entry-mentions"),
    path(
        "reviews/<str:reference>/cast/ways/<int:pk>/remove/",
        cast.remove_way,
        name="cast-way-remove",
    ),
    path("reviews/<str:reference>/chronology/copies/", copies.copies, name="copies"),
    path("copies/<int:pk>/", copies.copy, name="copy"),
    path("copies/<int:pk>/hide/", copies.hide, name="copy-hide"),
    path("copies/<int:pk>/override/", copies.override, name="copy-override"),
    path("copies/<int:pk>/file/", copies.download, name="copy-download"),
    path("copies/<int:pk>/locked/", copies.locked, name="copy-locked"),
]
