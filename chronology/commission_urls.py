"""The addresses at which agencies are asked, write, and hand in."""

from django.urls import URLPattern, path

from chronology.views import (
    agencies,
    agency,
    columns,
    filed_row,
    order,
    own_copy,
    papers,
    repeats,
    rounds,
    write,
)

REVIEW = "reviews/<str:reference>/chronology/"
AGENCY = "chronologies/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(f"{REVIEW}columns/", columns.columns, name="chronology-columns"),
    path(f"{REVIEW}columns/model/", columns.model, name="chronology-model"),
    path(f"{REVIEW}columns/keep/", columns.keep_model, name="chronology-keep-model"),
    path(f"{REVIEW}columns/preview/", papers.preview, name="chronology-preview"),
    path(f"{REVIEW}agencies/", agencies.agencies, name="chronology-agencies"),
    path(f"{REVIEW}release/", agencies.release, name="chronology-release"),
    path("chronologies/asked/<int:pk>/", agency.begin, name="commission-chronology"),
    path(AGENCY, agency.chronology, name="agency-chronology"),
    path(f"{AGENCY}instructions/", papers.instructions, name="agency-instructions"),
    path(f"{AGENCY}papers/<slug:paper>/", papers.paper, name="agency-paper"),
    path(f"{AGENCY}write/", write.write, name="agency-write"),
    path(f"{AGENCY}write/row/", write.row, name="agency-write-row"),
    path(f"{AGENCY}told-twice/", repeats.twice, name="agency-twice"),
    path(f"{AGENCY}order/", order.order, name="agency-order"),
    path(f"{AGENCY}rows/<int:entry>/", filed_row.row, name="agency-row"),
    path(f"{AGENCY}copy/<slug:form>/", own_copy.own_copy, name="agency-copy"),
    path(f"{AGENCY}hand-in/", rounds.hand_in, name="agency-hand-in"),
    path(f"{AGENCY}rounds/<int:number>/send-back/", rounds.send_back, name="agency-send-back"),
    path(f"{AGENCY}rounds/<int:number>/accept/", rounds.accept, name="agency-accept"),
]
