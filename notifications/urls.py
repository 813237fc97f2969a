from django.urls import URLPattern, path

from notifications import views

urlpatterns: list[URLPattern] = [
    path("healthz", views.healthz, name="healthz"),
    path("reviews/<str:reference>/reminders/", views.reminders, name="reminders"),
]
