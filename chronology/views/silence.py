from django.http import HttpRequest, HttpResponse


def silence(request: HttpRequest, reference: str) -> HttpResponse:
    return HttpResponse()
