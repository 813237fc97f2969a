from django.urls import URLPattern, path

from reviews.views import family

HERE = "reviews/<str:reference>/family/"

urlpatterns: list[URLPattern] = [
    path(HERE, family.family, name="family"),
    path(f"{HERE}people/<int:pk>/", family.relative, name="relative"),
    path(f"{HERE}people/<int:pk>/change/", family.change, name="relative-change"),
    path(f"{HERE}<slug:act>/", family.act, name="family-act"),
]
