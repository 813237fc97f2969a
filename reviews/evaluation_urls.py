from django.urls import path

from reviews.views import evaluation

urlpatterns = [
    path("reviews/<str:reference>/evaluation/", evaluation.evaluation, name="evaluation"),
    path(
        "reviews/<str:reference>/evaluation/<int:number>/letter/",
        evaluation.letter,
        name="evaluation-letter",
    ),
    path(
        "reviews/<str:reference>/evaluation/<int:number>/correct/",
        evaluation.correct,
        name="evaluation-correct",
    ),
]
