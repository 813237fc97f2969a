"""The addresses of a review's themes, and of each board's list of them."""

from django.urls import URLPattern, path

from reviews.views import board_themes, themes

urlpatterns: list[URLPattern] = [
    path("reviews/<str:reference>/themes/", themes.themes, name="themes"),
    path("reviews/<str:reference>/themes/code/", themes.code, name="themes-code"),
    path("themes/", board_themes.board_themes, name="board-themes"),
    path("themes/<slug:board>/add/", board_themes.add, name="board-theme-add"),
    path("themes/<slug:board>/<slug:code>/", board_themes.rename, name="board-theme"),
    path("themes/<slug:board>/<slug:code>/offer/", board_themes.offer, name="board-theme-offer"),
]
