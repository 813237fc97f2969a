"""The sign-in form."""

from typing import ClassVar

from django import forms
from django.contrib.auth.forms import AuthenticationForm, UsernameField

from boards.govuk.forms import Portal


class SignInForm(Portal, AuthenticationForm):
    """Email address and password; which of the two was wrong is not told."""

    submit_text = "Sign in"
    error_messages: ClassVar = {
        "invalid_login": "Enter a correct email address and password",
        "inactive": "This account has been closed: ask your board's business manager to reopen it",
    }

    username = UsernameField(
        label="Email address",
        max_length=254,
        widget=forms.EmailInput(
            attrs={"autocomplete": "username", "spellcheck": "false", "autocapitalize": "none"}
        ),
        error_messages={"required": "Enter your email address"},
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=1000,
        widget=forms.PasswordInput(
            attrs={"autocomplete": "current-password", "spellcheck": "false"}
        ),
        error_messages={"required": "Enter your password"},
    )
