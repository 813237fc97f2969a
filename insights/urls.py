from django.urls import path

from insights import views

urlpatterns = [
    path("", views.home, name="home"),
    path("reviews/", views.reviews, name="reviews"),
    path("deadlines/", views.deadlines, name="deadlines"),
]
