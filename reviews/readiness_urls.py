from django.urls import path

from reviews.views import readiness

urlpatterns = [
    path("reviews/<str:reference>/readiness/", readiness.readiness, name="readiness"),
]
