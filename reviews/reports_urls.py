"""The addresses of the reports, of their drafts and of the comments on them."""

from django.urls import URLPattern, path

from reviews.views import accuracy, report_comments, report_drafts, report_sections, reports

REPORT = "reviews/<str:reference>/reports/<slug:kind>/"
DRAFT = f"{REPORT}drafts/<int:number>/"
FACTS = "commissions/<int:pk>/accuracy/"

urlpatterns: list[URLPattern] = [
    path("reviews/<str:reference>/reports/", reports.reports, name="reports"),
    path(
        "reviews/<str:reference>/reports/add-action/",
        report_sections.add_action,
        name="report-add-action",
    ),
    path(REPORT, reports.report, name="report"),
    path(f"{REPORT}issue/", reports.issue, name="report-issue"),
    path(f"{REPORT}upload/", reports.upload, name="report-upload"),
    path(f"{REPORT}sign-off/<int:version>/", reports.sign_off, name="report-sign-off"),
    path(f"{REPORT}sections/<slug:slug>/", report_sections.section, name="report-section"),
    path(
        f"{REPORT}sections/<slug:slug>/<int:number>/",
        report_sections.changes,
        name="report-changes",
    ),
    path(DRAFT, report_drafts.draft, name="report-draft"),
    path(f"{DRAFT}compare/", report_drafts.compare, name="report-compare"),
    path(f"{DRAFT}file/<slug:form>/", report_drafts.draft_file, name="report-file"),
    path(f"{DRAFT}complete/", reports.complete, name="report-complete"),
    path(f"{DRAFT}open/", report_comments.open_draft, name="report-open"),
    path(f"{DRAFT}comment/<slug:slug>/", report_comments.comment, name="report-comment"),
    path(f"{DRAFT}comments/<int:pk>/answer/", report_comments.answer, name="report-answer"),
    path(f"{DRAFT}close/", report_comments.close, name="report-close"),
    path(FACTS, accuracy.accuracy, name="accuracy"),
    path(f"{FACTS}send/", accuracy.send, name="accuracy-send"),
    path(f"{FACTS}<slug:slug>/", accuracy.comment, name="accuracy-comment"),
]
