"""Sign-in, and the pages that anybody may read."""

from django.contrib.auth import views
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator

from boards.govuk.sign_in import SignInForm


@method_decorator(login_not_required, name="dispatch")
class SignIn(views.LoginView):
    """Whoever has signed in already goes straight to their home page."""

    authentication_form = SignInForm
    redirect_authenticated_user = True


@login_not_required
def accessibility(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/accessibility.html")


@login_not_required
def cookies(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/cookies.html")


@login_not_required
def help_page(request: HttpRequest) -> HttpResponse:
    return render(request, "pages/help.html")
