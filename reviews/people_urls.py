"""The people of a review, and what they declare."""

from django.urls import URLPattern, path

from reviews.views import absence, owning, people

urlpatterns: list[URLPattern] = [
    path("reviews/<str:reference>/people/", people.people, name="people"),
    path("appointments/<int:pk>/declare/", people.declare, name="declare"),
    path("hand-overs/<int:pk>/", owning.answer, name="hand-over"),
    path("boards/<slug:slug>/away/", absence.away, name="away"),
    path("absences/<int:pk>/cancel/", absence.cancel, name="away-cancel"),
]
