"""Who may open which address, written by hand."""

from boards.roles import ROLES

EVERYBODY = set(ROLES)
STAFF = {"coordinator", "manager"}
LEAD = {"manager", "chair"}
APPOINTED = {"panel_chair", "panel_member", "overview_author"}
CASE = STAFF | LEAD | APPOINTED | {"subcommittee"}
PUBLIC = {
    "sign-in",
    "sign-out",
    "accessibility",
    "cookies",
    "help",
    "healthz",
    "notify-receipts",
    "calendar-feed",
}

# Who is shown the page (2xx) or sent on (3xx); anybody else gets 403 or 404.
MAY_OPEN: dict[str, set[str]] = {
    "home": EVERYBODY,
    "reviews": EVERYBODY,
    "deadlines": EVERYBODY,
    "log": LEAD | {"auditor"},
    "drafts": STAFF,
    "start-draft": set(),  # POST only
    "draft": STAFF,
    "draft-check": STAFF,
    "draft-discard": STAFF,
    "draft-matches": STAFF,
    "draft-submitted": STAFF,
    "draft-group": STAFF,
    "draft-item": STAFF,
    "draft-remove": STAFF,
    "past-reviews": {"manager"},
    "past-reviews-file": {"manager"},
    "bank-holidays": {"manager"},
    "bank-holiday-add": set(),  # for administrators, who need no role
    "bank-holiday-withdraw": set(),
    "review": CASE,
    "notification": CASE,
    "history": CASE,
    "people": STAFF | LEAD | APPOINTED,
    "declare": {"panel_chair"},  # asked for as the panel chair's own
    "hand-over": {"manager"},  # asked for as the manager asked
    "away": STAFF | {"chair"},
    "away-cancel": set(),  # POST only
    "reminders": CASE,
    "ladder": LEAD,
    "reminder": CASE | {"agency_author"},  # asked for as one of the agency's own deadline
    "acknowledge": CASE | {"agency_author"},  # asked for as the agency's own
    "remind-now": STAFF,
    "put-off": STAFF,
    "put-off-end": set(),  # POST only
    "weekly-summary": {"manager"},
    "address-try": set(),  # POST only
    "move": STAFF,  # asked for as `screen`
    "record": LEAD,  # asked for as `pause`
    "deadline": CASE | {"agency_author"},  # asked for as the agency's own
    "commission": CASE | {"agency_author"},
    "commission-act": STAFF | {"agency_author"},
    "chronology": CASE | {"agency_author"},  # asked for by one whose agency contributes
    "chronology-mark": set(),  # POST only
    "chronology-timeline": CASE | {"agency_author"},
    "chronology-silence": CASE | {"agency_author"},
    "chronology-entry": CASE | {"agency_author"},  # asked for as one of the agency's own
    "chronology-entry-mark": set(),  # POST only
    "status": LEAD,
    "chronology-columns": STAFF | {"panel_chair"},
    "chronology-model": STAFF | {"panel_chair"},
    "chronology-keep-model": STAFF | {"panel_chair"},
    "chronology-preview": STAFF | {"panel_chair"},
    "chronology-agencies": STAFF | APPOINTED | {"chair"},
    "chronology-release": {"manager", "panel_chair"},
    "commission-chronology": CASE | {"agency_author"},  # asked for as the agency's own
    "agency-chronology": CASE | {"agency_author"},
    "agency-instructions": CASE | {"agency_author"},
    "agency-paper": CASE | {"agency_author"},
    "agency-write": STAFF | {"agency_author"},
    "agency-write-row": set(),  # POST only
    "agency-hand-in": STAFF | {"agency_author"},
    "agency-send-back": STAFF | {"panel_chair"},  # asked for of another agency's, handed in
    "agency-accept": STAFF | {"panel_chair"},
    "chronology-names": set(),  # POST only
    "same-event": STAFF | APPOINTED | {"chair"},
    "same-event-settle": set(),  # POST only
    "same-event-look": set(),  # POST only
    "same-event-link": STAFF | APPOINTED,
    "cast": STAFF | APPOINTED | {"chair"},
    "cast-add": STAFF | {"overview_author"},
    "cast-file": STAFF | {"overview_author"},
    "cast-unlisted": STAFF | {"overview_author"},
    "cast-person": STAFF | {"overview_author"},
    "cast-way-remove": STAFF | {"overview_author"},
    "copies": STAFF | APPOINTED | {"chair"},
    "copy": STAFF | APPOINTED | {"chair"},
    "copy-hide": set(),  # POST only
    "copy-override": LEAD,
    "copy-download": STAFF | APPOINTED | {"chair"},
    "calendar": EVERYBODY - {"auditor"},
    "calendar-make": set(),  # POST only
    "calendar-revoke": set(),  # POST only
    "chronology-files": STAFF | {"agency_author"},
    "chronology-file": STAFF | {"agency_author"},
    "chronology-file-row": set(),  # POST only
    "chronology-file-headings": set(),  # POST only
    "chronology-file-replaces": set(),  # POST only
    "chronology-file-read": set(),  # POST only
    "chronology-file-take": set(),  # POST only
    "chronology-file-put-away": set(),  # POST only
    "chronology-file-original": STAFF | APPOINTED | {"chair", "agency_author"},
}
