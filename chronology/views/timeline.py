from django.http import HttpRequest, HttpResponse


def timeline(request: HttpRequest, reference: str) -> HttpResponse:
    return HttpResponse()
