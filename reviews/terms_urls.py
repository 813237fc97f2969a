"""The addresses of the terms of reference."""

from django.urls import path

from reviews.views import terms, terms_draft

OF = "reviews/<str:reference>/terms/"

urlpatterns = [
    path(OF, terms.terms, name="terms"),
    path(f"{OF}start/", terms.start, name="terms-start"),
    path(f"{OF}draft/agree/", terms.agree, name="terms-agree"),
    path(f"{OF}draft/discard/", terms.discard, name="terms-discard"),
    path(f"{OF}draft/library/", terms_draft.library, name="terms-library"),
    path(
        f"{OF}draft/library/<int:pk>/remove/",
        terms_draft.remove_question,
        name="terms-library-remove",
    ),
    path(f"{OF}draft/plan/", terms_draft.plan, name="terms-plan"),
    path(f"{OF}draft/<slug:part>/", terms_draft.part, name="terms-part"),
    path(f"{OF}versions/<int:number>/", terms.version, name="terms-version"),
    path(f"{OF}versions/<int:number>/word/", terms.word, name="terms-word"),
    path(f"{OF}comparison/", terms.comparison, name="terms-comparison"),
]
