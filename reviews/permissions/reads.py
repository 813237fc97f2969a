"""Who opens a part of the case file, by the name of its URL. Who changes it is in acts.py."""

from boards.roles import Chair, Evaluator, OverviewAuthor, PanelChair
from reviews.permissions.groups import PANEL, STAFF, Roles

READS: dict[str, Roles] = {
    "terms": (*STAFF, Chair, *PANEL),
    "documents": (*STAFF, Chair, *PANEL),
    "contributions": (*STAFF, Chair, *PANEL),
    "meetings": (*STAFF, Chair, *PANEL),
    "proceedings": (*STAFF, Chair, *PANEL),
    "family": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "reports": (*STAFF, Chair, *PANEL),
    "themes": (*STAFF, Chair, *PANEL),
    "letters": (*STAFF, Chair),
    "final-set": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "final-set-item": (*STAFF, Chair, PanelChair, OverviewAuthor, Evaluator),
    "final-set-pack": (*STAFF, Chair, Evaluator),
    "submission": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "readiness": (*STAFF, Chair, *PANEL),
    "evaluation": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "evaluation-letter": (*STAFF, Chair, PanelChair, OverviewAuthor, Evaluator),
    "publication": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "people": (*STAFF, Chair, *PANEL),
}
