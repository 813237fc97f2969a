"""The cast of a case: people and places, how they are written, and who is not in it yet."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from boards.govuk.words import counted
from chronology import permissions
from chronology.born import born_otherwise
from chronology.cast_file import bring_cast_in
from chronology.forms.cast import CastFileForm, IdentifierForm, PersonForm, UnlistedForm
from chronology.models import Identifier, Person
from chronology.naming import keep_answers
from chronology.ruling_page import Rulings
from chronology.working import name_again
from reviews.models import Review
from reviews.noting import log_about
from reviews.past_reviews.decoding import UnreadableFile
from reviews.views.case import find

A_PAGE = 50


def of(request: HttpRequest, reference: str) -> Review:
    """Return the review whose cast the person may see."""
    review = find(request, reference)
    permissions.require(request.user, "see_names", review)
    return review


def cast(request: HttpRequest, reference: str) -> HttpResponse:
    """Everybody in the case, and the names that nobody answers to."""
    review = of(request, reference)
    people = review.cast.annotate(ways=Count("identifiers", distinct=True))
    may_keep = permissions.refusal(request.user, "keep_cast", review) is None
    context = {
        "review": review,
        "people": people.order_by("category", "pseudonym"),
        "waiting": review.unlisted.waiting().count(),
        "stale": len(Rulings(review).stale) if may_keep else 0,
        "may_keep": may_keep,
    }
    return render(request, "chronology/cast/cast.html", context)


def bring_in(request: HttpRequest, reference: str) -> HttpResponse:
    """Take the cast from a file."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    form = CastFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    outcome = None
    if request.method == "POST" and form.is_valid():
        at = timezone.now()
        try:
            outcome = bring_cast_in(review, form.cleaned_data["file"], by=request.user, at=at)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        else:
            name_again(review, by=request.user, at=at)
            if not outcome.rejected:
                messages.success(request, f"{outcome.summary}.")
                return redirect("cast", reference)
    context = {"review": review, "form": form, "outcome": outcome}
    return render(request, "chronology/cast/file.html", context)


def add(request: HttpRequest, reference: str) -> HttpResponse:
    """Add somebody, or somewhere."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    form = PersonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        added = Person.add(review, by=request.user, at=timezone.now(), **form.cleaned_data)
        told(request, review, "add_person", "Somebody was added to the cast.", person=added.pk)
        return redirect("cast-person", reference, added.pk)
    context = {"review": review, "form": form, "person": None}
    return render(request, "chronology/cast/person.html", context)


def person(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Change who somebody is, and how they are written."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    found = get_object_or_404(review.cast, pk=pk)
    form = PersonForm(request.POST if "pseudonym" in request.POST else None, instance=found)
    ways = IdentifierForm(request.POST if "text" in request.POST else None)
    if form.is_bound and form.is_valid():
        form.save()
        told(request, review, "change_person", "Somebody in the cast was changed.", person=pk)
        return redirect("cast", reference)
    if ways.is_bound and ways.is_valid():
        ways.add_to(found)
        told(request, review, "add_identifier", "A way of writing was added.", person=pk)
        return redirect("cast-person", reference, pk)
    context = {"review": review, "form": form, "ways": ways, "person": found}
    context["notified"] = born_otherwise(found, review)
    return render(request, "chronology/cast/person.html", context)


def remove_way(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Nobody is written like this any more."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    way = get_object_or_404(Identifier, pk=pk, person__review=review)
    if request.method == "POST":
        way.delete()
        told(
            request,
            review,
            "remove_identifier",
            "A way of writing was removed.",
            person=way.person_id,
        )
    return redirect("cast-person", reference, way.person_id)


def unlisted(request: HttpRequest, reference: str) -> HttpResponse:
    """Say of each name that nobody answers to who or what it is."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    waiting = review.unlisted.waiting().select_related("likely")
    page = Paginator(waiting, A_PAGE).get_page(request.GET.get("page"))
    form = UnlistedForm.of(request.POST or None, shown=page.object_list, waiting=waiting)
    if request.method == "POST" and form.is_valid():
        answers, at = form.answers(), timezone.now()
        keep_answers(review, answers, by=request.user, at=at)
        name_again(review, by=request.user, at=at)
        messages.success(request, f"{counted(len(answers), 'name')} settled.")
        return redirect("cast-unlisted", reference)
    context = {"review": review, "form": form, "page": page}
    return render(request, "chronology/cast/unlisted.html", context)


def told(request: HttpRequest, review: Review, verb: str, sentence: str, **facts: int) -> None:
    """The log says what was done; it names nobody."""
    log_about(
        review,
        verb,
        sentence,
        by=request.user,
        at=timezone.now(),
        **facts,
    )
