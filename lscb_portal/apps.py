from django.apps import AppConfig


class PortalConfig(AppConfig):
    name = "lscb_portal"
    verbose_name = "Serious case review portal"

    def ready(self) -> None:
        """Tasks that say `shared_task` belong to the portal's own Celery application."""
        from lscb_portal import celery  # noqa: F401 - importing makes it the default
