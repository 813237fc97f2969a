from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "records"
    verbose_name = "Records"

    def ready(self) -> None:
        """The log hears of administration."""
        from records import receivers  # noqa: F401 - importing connects them
