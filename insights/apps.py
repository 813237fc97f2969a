from django.apps import AppConfig


class InsightsConfig(AppConfig):
    name = "insights"
    verbose_name = "Insights"

    def ready(self) -> None:
        """Listen to the pages of the reviews."""
        from insights import receivers  # noqa: F401 - importing connects them
