"""The addresses of what agencies contribute, and of the questions that they are asked."""

from django.urls import URLPattern, path

from reviews.views import (
    agency_questions,
    agency_recommendations,
    contribution_rounds,
    contributions,
)

ASKED = "commissions/<int:pk>/"
WRITE = f"{ASKED}write/"
ROUND = "contributions/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(
        "reviews/<str:reference>/contributions/",
        contribution_rounds.contributions,
        name="contributions",
    ),
    path(f"{ASKED}check/", contributions.check, name="contribution-check"),
    path(f"{ASKED}sign-off/", contributions.sign_off, name="contribution-sign-off"),
    path(f"{ASKED}draft/", contributions.draft_file, name="contribution-draft-file"),
    path(
        f"{WRITE}recommendations/",
        agency_recommendations.recommendations,
        name="contribution-recommendations",
    ),
    path(
        f"{WRITE}recommendations/add/",
        agency_recommendations.recommendation,
        name="contribution-recommendation-add",
    ),
    path(
        f"{WRITE}recommendations/<int:number>/",
        agency_recommendations.recommendation,
        name="contribution-recommendation",
    ),
    path(
        f"{WRITE}recommendations/<int:number>/remove/",
        agency_recommendations.remove,
        name="contribution-recommendation-remove",
    ),
    path(f"{WRITE}<slug:part>/", contributions.part, name="contribution-part"),
    path(f"{ASKED}questions/", agency_questions.thread, name="agency-questions"),
    path(f"{ASKED}questions/<int:number>/", agency_questions.answer, name="agency-answer"),
    path(ROUND, contribution_rounds.contribution, name="contribution"),
    path(f"{ROUND}report/", contribution_rounds.report, name="contribution-report"),
    path(f"{ROUND}quality/", contribution_rounds.quality, name="contribution-quality"),
    path(f"{ROUND}send-back/", contribution_rounds.send_back, name="contribution-send-back"),
    path(f"{ROUND}accept/", contribution_rounds.accept, name="contribution-accept"),
]
