"""The addresses at which an agency's files arrive, are checked, and are taken in."""

from django.urls import URLPattern, path

from chronology.views import file_page, files, putting_right

FILES = "chronologies/<int:pk>/files/"
FILE = f"{FILES}<int:file>/"

urlpatterns: list[URLPattern] = [
    path(FILES, files.files, name="chronology-files"),
    path(FILE, file_page.page, name="chronology-file"),
    path(f"{FILE}rows/", putting_right.row, name="chronology-file-row"),
    path(f"{FILE}headings/", putting_right.headings, name="chronology-file-headings"),
    path(f"{FILE}replaces/", putting_right.replaces, name="chronology-file-replaces"),
    path(f"{FILE}whose-words/", putting_right.whose_words, name="chronology-file-whose"),
    path(f"{FILE}read/", file_page.read_again, name="chronology-file-read"),
    path(f"{FILE}take/", file_page.take, name="chronology-file-take"),
    path(f"{FILE}put-away/", files.put_file_away, name="chronology-file-put-away"),
    path(f"{FILE}original/", files.original, name="chronology-file-original"),
]
