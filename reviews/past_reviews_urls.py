from django.urls import URLPattern, path

from reviews.views import past_reviews

urlpatterns: list[URLPattern] = [
    path("past-reviews/", past_reviews.choose, name="past-reviews"),
    path("past-reviews/<int:pk>/", past_reviews.check, name="past-reviews-file"),
]
