"""What the overdue list is measured beside, on the same stack of middleware and sign-in.

`bare` is one `.values()` query and a template of a table's rows: the least that could show them.
The other is Django's own admin, listing the same rows and columns.
"""

from typing import ClassVar

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.urls import path
from django.utils import timezone

from lscb_portal.urls import urlpatterns as portal
from reviews.models import Deadline

COLUMNS = ("review__reference", "review__state", "name", "due_on", "act_by")
TRIVIAL = Engine().from_string(
    "<!DOCTYPE html><html lang=en><title>Overdue</title><table>{% for row in rows %}<tr>"
    "<td>{{ row.review__reference }}<td>{{ row.review__state }}<td>{{ row.name }}"
    "<td>{{ row.due_on }}<td>{{ row.act_by }}<td>{{ row.review__owner__full_name }}</tr>"
    "{% endfor %}</table></html>"
)


def overdue_of(board: int) -> QuerySet[Deadline]:
    return Deadline.objects.filter(review__board=board).overdue(timezone.localdate())


def bare(request: HttpRequest, board: int) -> HttpResponse:
    rows = overdue_of(board).order_by("due_on", "id")
    values = rows.values(*COLUMNS, "review__owner__full_name")[:50]
    return HttpResponse(TRIVIAL.render(Context({"rows": values})))


class OverdueAdmin(admin.ModelAdmin):
    list_display: ClassVar = ["reference", "state", "name", "due_on", "act_by", "owner"]
    list_select_related: ClassVar = ["review__owner"]
    list_per_page = 50
    ordering: ClassVar = ["due_on", "id"]
    show_full_result_count = False

    def get_queryset(self, request: HttpRequest) -> QuerySet[Deadline]:
        return overdue_of(int(request.headers["X-Board"])).select_related("review__owner")

    def reference(self, deadline: Deadline) -> str:
        return deadline.review.reference

    def state(self, deadline: Deadline) -> str:
        return deadline.review.get_state_display()

    def owner(self, deadline: Deadline) -> str:
        return str(deadline.review.owner or "Nobody")


site = admin.AdminSite(name="bench")
site.register(Deadline, OverdueAdmin)

urlpatterns = [
    path("bench/bare/<int:board>/", bare),
    path("bench/admin/", site.urls),
    *portal,
]
