from django.urls import URLPattern, path

from notifications import (
    acknowledge_views,
    feed_views,
    ladder_version_views,
    ladder_views,
    preview_views,
    receipt_views,
    seeing_to_views,
    status_views,
    views,
    weekly_views,
)

urlpatterns: list[URLPattern] = [
    path("healthz", views.healthz, name="healthz"),
    path("status/", status_views.status, name="status"),
    path("status/addresses/<int:pk>/try/", status_views.try_address, name="address-try"),
    path("calendar/", feed_views.calendar, name="calendar"),
    path("calendar/make/", feed_views.make, name="calendar-make"),
    path("calendar/<int:pk>/revoke/", feed_views.revoke, name="calendar-revoke"),
    path("calendar/<str:secret>.ics", feed_views.feed, name="calendar-feed"),
    path("notify/receipts/", receipt_views.notify_receipts, name="notify-receipts"),
    path("deadlines/<int:pk>/acknowledge/", acknowledge_views.acknowledge, name="acknowledge"),
    path("deadlines/<int:pk>/remind/", seeing_to_views.remind_now, name="remind-now"),
    path("deadlines/<int:pk>/put-off/", seeing_to_views.put_off, name="put-off"),
    path("deadlines/<int:pk>/put-off/end/", seeing_to_views.go_on, name="put-off-end"),
    path("reminders/ladder/", ladder_views.ladder, name="ladder"),
    path("reminders/ladder/<slug:slug>/<slug:part>/", ladder_views.change, name="ladder-change"),
    path(
        "reminders/ladder/<slug:slug>/versions/<int:number>/",
        ladder_version_views.version,
        name="ladder-version",
    ),
    path("reminders/weekly/", weekly_views.weekly_summary, name="weekly-summary"),
    path("reminders/ahead/", preview_views.ahead, name="reminders-ahead"),
    path("reminders/ahead/<int:pk>/", preview_views.ahead, name="reminders-ahead-of"),
    path("reminders/<int:pk>/", preview_views.reminder, name="reminder"),
    path("reviews/<str:reference>/reminders/", views.reminders, name="reminders"),
]
