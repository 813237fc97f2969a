"""The roles of the field, as plain classes. What each may do is in reviews/permissions.py."""

from enum import Enum
from typing import ClassVar


class Sees(Enum):
    """How far into a board's reviews a role looks."""

    BOARD = "every review of the board"
    ASSIGNED = "the board's reviews that are theirs or nobody's"
    REFERRALS = "the board's referrals until the Chair has decided"
    APPOINTED = "the reviews that they are appointed to"
    REQUESTS = "what their own agency is asked for"
    SUBMITTED = "what was submitted for evaluation, across boards"
    LOG = "the log, without any narrative"


class Role:
    slug: ClassVar[str]
    name: ClassVar[str]
    sees: ClassVar[Sees]
    needs_agency: ClassVar[bool] = False


class Coordinator(Role):
    slug = "coordinator"
    name = "SCR coordinator"
    sees = Sees.ASSIGNED


class Manager(Role):
    slug = "manager"
    name = "Business manager"
    sees = Sees.BOARD


class Chair(Role):
    slug = "chair"
    name = "LSCB Chair"
    sees = Sees.BOARD


class SubCommitteeMember(Role):
    slug = "subcommittee"
    name = "SCR sub-committee member"
    sees = Sees.REFERRALS


class PanelChair(Role):
    slug = "panel_chair"
    name = "Panel chair"
    sees = Sees.APPOINTED


class PanelMember(Role):
    slug = "panel_member"
    name = "Panel member"
    sees = Sees.APPOINTED


class OverviewAuthor(Role):
    slug = "overview_author"
    name = "Overview author"
    sees = Sees.APPOINTED


class AgencyAuthor(Role):
    slug = "agency_author"
    name = "Agency author"
    sees = Sees.REQUESTS
    needs_agency = True


class Evaluator(Role):
    slug = "evaluator"
    name = "Ofsted evaluator"
    sees = Sees.SUBMITTED


class Auditor(Role):
    slug = "auditor"
    name = "Auditor"
    sees = Sees.LOG


ROLES: dict[str, type[Role]] = {
    role.slug: role
    for role in (
        Coordinator,
        Manager,
        Chair,
        SubCommitteeMember,
        PanelChair,
        PanelMember,
        OverviewAuthor,
        AgencyAuthor,
        Evaluator,
        Auditor,
    )
}


def role_choices() -> list[tuple[str, str]]:
    return [(role.slug, role.name) for role in ROLES.values()]


def slugs_that_see(scope: Sees) -> list[str]:
    """Return the slugs of the roles that look as far as `scope`."""
    return [role.slug for role in ROLES.values() if role.sees is scope]
