from django.urls import URLPattern, path

from reviews.views import publication

HERE = "reviews/<str:reference>/publication/"
COPY = f"{HERE}copies/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(HERE, publication.publication, name="publication"),
    path(f"{HERE}record/", publication.paper, name="publication-record"),
    path(COPY, publication.copy, name="publication-copy"),
    path(f"{COPY}<slug:act>/", publication.act, name="publication-copy-act"),
]
