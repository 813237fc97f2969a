from django.apps import AppConfig


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = "Reminders"

    def ready(self) -> None:
        """Listen to the reviews."""
        from notifications import meetings, posts, receivers, sent_back, silence  # noqa: F401 - importing connects them
