from django.urls import URLPattern, URLResolver, include, path

from reviews.views import bank_holidays, case, commissions, deadlines, doors

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("reviews.meetings_urls")),
    path("", include("reviews.notify_urls")),
    path("", include("reviews.past_reviews_urls")),
    path("", include("reviews.documents_urls")),
    path("", include("reviews.contributions_urls")),
    path("", include("reviews.proceedings_urls")),
    path("", include("reviews.family_urls")),
    path("", include("reviews.terms_urls")),
    path("", include("reviews.reports_urls")),
    path("", include("reviews.letters_urls")),
    path("", include("reviews.final_set_urls")),
    path("", include("reviews.readiness_urls")),
    path("", include("reviews.evaluation_urls")),
    path("", include("reviews.publication_urls")),
    path("", include("reviews.people_urls")),
    path("", include("reviews.themes_urls")),
    path("bank-holidays/", bank_holidays.bank_holidays, name="bank-holidays"),
    path("bank-holidays/add/", bank_holidays.add, name="bank-holiday-add"),
    path("bank-holidays/<int:pk>/withdraw/", bank_holidays.withdraw, name="bank-holiday-withdraw"),
    path("reviews/<str:reference>/", case.review, name="review"),
    path("reviews/<str:reference>/notification/", case.notification, name="notification"),
    path("reviews/<str:reference>/history/", case.history, name="history"),
    path("reviews/<str:reference>/move/<slug:action>/", doors.move, name="move"),
    path("reviews/<str:reference>/record/<slug:act>/", doors.record, name="record"),
    path("reviews/<str:reference>/deadlines/<int:pk>/", deadlines.deadline, name="deadline"),
    path("commissions/<int:pk>/", commissions.commission, name="commission"),
    path("commissions/<int:pk>/<slug:act>/", commissions.act, name="commission-act"),
]
