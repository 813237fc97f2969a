from django.urls import path

from records import views

urlpatterns = [path("log/", views.log_page, name="log")]
