from django.apps import AppConfig


class ChronologyConfig(AppConfig):
    name = "chronology"
    verbose_name = "Chronologies"

    def ready(self) -> None:
        """The pages of reviews learn of the chronology."""
        from chronology import receivers  # noqa: F401 - connects on import
