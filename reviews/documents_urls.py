from django.urls import URLPattern, path

from reviews.views import documents, release_copies

REVIEW = "reviews/<str:reference>/documents/"
VERSION = "documents/versions/<int:pk>/"

urlpatterns: list[URLPattern] = [
    path(REVIEW, documents.documents, name="documents"),
    path(f"{REVIEW}file/", documents.file_document, name="document-file"),
    path("commissions/<int:pk>/documents/send/", documents.send_document, name="document-send"),
    path("documents/<int:pk>/", documents.document, name="document"),
    path("documents/<int:pk>/versions/add/", documents.add_version, name="document-version-add"),
    path(f"{VERSION}download/", documents.download_version, name="document-download"),
    path(f"{VERSION}release/", release_copies.make, name="release-copy-make"),
    path("documents/copies/<int:pk>/check/", release_copies.check, name="release-copy-check"),
    path(
        "documents/copies/<int:pk>/download/",
        release_copies.download_copy,
        name="release-copy-download",
    ),
]
