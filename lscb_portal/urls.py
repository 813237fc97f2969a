"""Every address of the portal."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("", include("insights.urls")),
    path("", include("boards.urls")),
    path("", include("records.urls")),
    path("", include("reviews.urls")),
    path("", include("chronology.urls")),
    path("", include("notifications.urls")),
    path("admin/", admin.site.urls),
]
