"""The addresses of the meetings of a review."""

from django.urls import path

from reviews.views import agendas, meeting_actions, meetings, minutes, packs

urlpatterns = [
    path("reviews/<str:reference>/meetings/", meetings.meetings, name="meetings"),
    path("reviews/<str:reference>/meetings/call/", meetings.call, name="meeting-call"),
    path("meetings/<int:pk>/", meetings.meeting, name="meeting"),
    path("meetings/<int:pk>/invitation/", meetings.invitation, name="meeting-invitation"),
    path("meetings/<int:pk>/invitation.ics", meetings.calendar_file, name="meeting-calendar"),
    path("meetings/<int:pk>/record/<slug:act>/", meetings.act, name="meeting-act"),
    path("meetings/<int:pk>/invitees/<int:invitee>/", meetings.uninvite, name="meeting-uninvite"),
    path("meetings/<int:pk>/agenda/", agendas.add_item, name="agenda-add"),
    path("agenda-items/<int:pk>/", agendas.item, name="agenda-item"),
    path("agenda-items/<int:pk>/place/", agendas.place, name="agenda-place"),
    path("agenda-items/<int:pk>/drop/", agendas.drop, name="agenda-drop"),
    path("agenda-items/<int:pk>/papers/", agendas.table_paper, name="agenda-paper"),
    path("agenda-papers/<int:pk>/", agendas.paper, name="paper"),
    path("agenda-papers/<int:pk>/withdraw/", agendas.withdraw, name="paper-withdraw"),
    path("meetings/<int:pk>/pack/", packs.pack, name="pack"),
    path("meetings/<int:pk>/minutes/", minutes.write, name="minutes"),
    path("meetings/<int:pk>/minutes.<slug:form>", minutes.download, name="minutes-download"),
    path("meeting-actions/<int:pk>/", meeting_actions.action, name="meeting-action"),
    path("meeting-actions/<int:pk>/done/", meeting_actions.finish, name="action-finish"),
    path("meeting-actions/<int:pk>/again/", meeting_actions.reopen, name="action-reopen"),
]
