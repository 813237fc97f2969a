"""Boards, agencies and people, without code. Cases are never here: opening one has to be logged."""

from typing import Any, ClassVar

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.forms import AdminUserCreationForm
from django.contrib.auth.models import Group
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from boards.models import Agency, Board, LocalAuthority, Membership, User

admin.site.site_header = admin.site.site_title = "Serious case review portal: administration"
admin.site.unregister(Group)


class NothingIsDeleted:
    """Rows end with a date or are switched off; history points at them."""

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


class AuthorityInline(NothingIsDeleted, admin.TabularInline):
    model = LocalAuthority
    extra = 0


@admin.register(Board)
class BoardAdmin(NothingIsDeleted, admin.ModelAdmin):
    list_display = ("name", "code", "region")
    list_filter = ("region",)
    search_fields = ("name", "code")
    inlines: ClassVar = [AuthorityInline]


@admin.register(Agency)
class AgencyAdmin(NothingIsDeleted, admin.ModelAdmin):
    list_display = ("name", "kind", "board", "is_active")
    list_filter = ("kind", "is_active")
    search_fields = ("name", "board__name")
    autocomplete_fields = ("chief_officer",)


class MembershipInline(NothingIsDeleted, admin.TabularInline):
    model = Membership
    extra = 0
    fields = ("board", "role", "agency", "since_on", "until_on")


@admin.register(User)
class PersonAdmin(NothingIsDeleted, UserAdmin):
    """Leavers are ended: their memberships get a last day and the account is switched off."""

    ordering = ("full_name",)
    list_display = ("full_name", "email", "is_active", "is_staff")
    list_filter = ("is_active", "is_staff", "memberships__role")
    search_fields = ("full_name", "email")
    filter_horizontal = ()
    inlines: ClassVar = [MembershipInline]
    fieldsets = (
        (None, {"fields": ("email", "full_name", "password")}),
        ("Access", {"fields": ("is_active", "is_staff", "is_superuser", "user_permissions")}),
    )
    add_form = AdminUserCreationForm
    add_fieldsets = (
        (None, {"fields": ("email", "full_name", "usable_password", "password1", "password2")}),
    )

    def save_model(self, request: HttpRequest, obj: User, form: ModelForm, change: bool) -> None:
        """An account that is switched off loses its roles with it."""
        obj.email = obj.email.lower()
        super().save_model(request, obj, form, change)
        if not obj.is_active:
            obj.memberships.filter(until_on=None).update(until_on=timezone.localdate())
