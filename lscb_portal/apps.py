from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lscb_portal"
    verbose_name = "Serious case review portal"
