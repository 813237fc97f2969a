"""Signing in."""

from crispy_forms.utils import render_crispy_form
from django.test import RequestFactory

from boards.govuk.sign_in import SignInForm


def test_blank_sign_in_asks_for_both() -> None:
    assert dict(SignInForm(None, {}).errors) == {
        "username": ["Enter your email address"],
        "password": ["Enter your password"],
    }


def test_wrong_password_does_not_say_which_was_wrong(db: None) -> None:
    request = RequestFactory().post("/sign-in/")
    form = SignInForm(request, {"username": "a@example.com", "password": "guess"})
    assert form.non_field_errors() == ["Enter a correct email address and password"]


def test_password_managers_are_welcome() -> None:
    page = render_crispy_form(SignInForm())
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
