from django.apps import AppConfig
from django.db.models.signals import post_migrate, pre_migrate


class ReviewsConfig(AppConfig):
    name = "reviews"
    verbose_name = "Reviews"

    def ready(self) -> None:
        from reviews import agreed_terms, frozen

        pre_migrate.connect(agreed_terms.remove_before_migrating, sender=self)
        pre_migrate.connect(frozen.remove_before_migrating, sender=self)
        post_migrate.connect(agreed_terms.install_after_migrating, sender=self)
        post_migrate.connect(frozen.install_after_migrating, sender=self)
