"""The roles that are named together, wherever it is said who may."""

from boards.roles import (
    Chair,
    Coordinator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    Role,
)

Roles = tuple[type[Role], ...]
STAFF: Roles = (Coordinator, Manager)
LEAD: Roles = (Manager, Chair)
KEEPERS: Roles = (*STAFF, Chair)  # of what other bodies do about the same events
SPEAKERS: Roles = (*STAFF, PanelChair, OverviewAuthor)  # with the family
PANEL: Roles = (PanelChair, PanelMember, OverviewAuthor)
ASKERS: Roles = (*STAFF, PanelChair)  # of what meetings want done
