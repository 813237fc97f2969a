from django.urls import URLPattern, path

from reviews.views import proceedings

HERE = "reviews/<str:reference>/proceedings/"

urlpatterns: list[URLPattern] = [
    path(HERE, proceedings.proceedings, name="proceedings"),
    path(f"{HERE}add/", proceedings.add, name="proceedings-add"),
    path(f"{HERE}<int:pk>/", proceedings.one, name="proceedings-one"),
    path(f"{HERE}<int:pk>/<slug:act>/", proceedings.act, name="proceedings-act"),
]
