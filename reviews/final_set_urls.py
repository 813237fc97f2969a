from django.urls import path

from reviews.views import final_set, submission

OF_REVIEW = "reviews/<str:reference>"

urlpatterns = [
    path(f"{OF_REVIEW}/final-set/", final_set.final_set, name="final-set"),
    path(f"{OF_REVIEW}/final-set/file/", final_set.file, name="final-set-file"),
    path(f"{OF_REVIEW}/final-set/<int:number>/", final_set.one, name="final-set-one"),
    path(f"{OF_REVIEW}/final-set/<int:number>/pack/", final_set.pack, name="final-set-pack"),
    path(
        f"{OF_REVIEW}/final-set/<int:number>/<int:position>/",
        final_set.item,
        name="final-set-item",
    ),
    path(f"{OF_REVIEW}/submission/", submission.submission, name="submission"),
]
