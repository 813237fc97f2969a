"""The people of a review, and what they declare."""

from django.urls import URLPattern, path

from reviews.views import people

urlpatterns: list[URLPattern] = [
    path("reviews/<str:reference>/people/", people.people, name="people"),
    path("appointments/<int:pk>/declare/", people.declare, name="declare"),
]
