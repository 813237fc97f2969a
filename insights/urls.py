from django.urls import path

from insights import views
from insights.annual_report import views as annual_report
from insights.statistics import views as statistics

urlpatterns = [
    path("", views.home, name="home"),
    path("board/", views.board, name="board"),
    path("reviews/", views.reviews, name="reviews"),
    path("deadlines/", views.deadlines, name="deadlines"),
    path("annual-reports/", annual_report.reports, name="annual-reports"),
    path("annual-reports/<slug:slug>/<int:year>/", annual_report.report, name="annual-report"),
    path("submissions/", views.submissions, name="submissions"),
    path("evaluations/", views.evaluations, name="evaluations"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/reviews/", statistics.behind, name="statistics-behind"),
]
