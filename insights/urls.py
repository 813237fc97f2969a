from django.urls import path

from insights import views
from insights.statistics import views as statistics

urlpatterns = [
    path("", views.home, name="home"),
    path("reviews/", views.reviews, name="reviews"),
    path("deadlines/", views.deadlines, name="deadlines"),
    path("evaluations/", views.evaluations, name="evaluations"),
    path("statistics/", statistics.statistics, name="statistics"),
    path("statistics/reviews/", statistics.behind, name="statistics-behind"),
]
