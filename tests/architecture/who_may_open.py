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
    "board": LEAD,
    "reviews": EVERYBODY,
    "deadlines": EVERYBODY,
    "log": LEAD | {"auditor"},
    "annual-reports": LEAD,
    "annual-report": LEAD,
    "evaluations": LEAD | {"evaluator"},
    "submissions": {"evaluator"},
    "statistics": LEAD | {"evaluator"},
    "statistics-behind": LEAD | {"evaluator"},
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
    "documents": STAFF | APPOINTED | {"chair"},
    "document-file": STAFF | {"panel_chair", "overview_author"},
    "document-send": STAFF | {"agency_author"},
    "document": STAFF | APPOINTED | {"chair", "agency_author"},  # asked for as the agency's own
    "document-version-add": STAFF | {"panel_chair", "overview_author", "agency_author"},
    "document-download": STAFF | APPOINTED | {"chair", "agency_author"},
    "release-copy-make": STAFF | {"overview_author"},
    "release-copy-check": set(),  # POST only
    "release-copy-download": STAFF | APPOINTED | {"chair"},
    "review": CASE,
    "notification": CASE,
    "history": CASE,
    "proceedings": STAFF | APPOINTED | {"chair"},
    "proceedings-add": STAFF | {"chair"},
    "proceedings-one": STAFF | APPOINTED | {"chair"},
    "proceedings-act": STAFF | {"chair"},  # asked for as `move_proceedings`
    "family": STAFF | {"chair", "panel_chair", "overview_author"},
    "relative": STAFF | {"chair", "panel_chair", "overview_author"},
    "relative-change": STAFF | {"panel_chair", "overview_author"},
    "family-act": STAFF | {"panel_chair", "overview_author"},  # asked for as `record_contact`
    "terms": STAFF | APPOINTED | {"chair"},
    "terms-start": set(),  # POST only
    "terms-part": STAFF | {"panel_chair"},
    "terms-library": STAFF | {"panel_chair"},
    "terms-library-remove": set(),  # POST only
    "terms-plan": set(),  # POST only
    "terms-agree": STAFF | {"panel_chair"},
    "terms-discard": STAFF | {"panel_chair"},
    "terms-version": STAFF | APPOINTED | {"chair"},
    "terms-word": STAFF | APPOINTED | {"chair"},
    "terms-comparison": STAFF | APPOINTED | {"chair"},
    "people": STAFF | LEAD | APPOINTED,
    "declare": {"panel_chair"},  # asked for as the panel chair's own
    "hand-over": {"manager"},  # asked for as the manager asked
    "away": STAFF | {"chair"},
    "away-cancel": set(),  # POST only
    "reminders": CASE,
    "ladder": LEAD,
    "ladder-change": {"manager"},
    "ladder-version": LEAD,
    "reminders-ahead": EVERYBODY - {"evaluator"},  # who is told nothing by a board
    "reminders-ahead-of": STAFF | LEAD,  # asked for as somebody else's
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
    "final-set": STAFF | {"chair", "panel_chair", "overview_author"},
    "final-set-file": STAFF,
    "final-set-one": STAFF | {"chair", "panel_chair", "overview_author"},
    "final-set-item": STAFF | {"chair", "panel_chair", "overview_author"},
    "final-set-pack": STAFF | {"chair"},  # asked for before submission: not for evaluators
    "submission": STAFF | {"chair", "panel_chair", "overview_author"},
    "readiness": STAFF | APPOINTED | {"chair"},
    "evaluation": STAFF | {"chair", "panel_chair", "overview_author"},
    "evaluation-correct": {"manager"},  # asked for of a restricted case: not for evaluators
    "themes": STAFF | APPOINTED | {"chair"},
    "themes-code": STAFF | {"overview_author"},
    "board-themes": {"manager"},
    "board-theme-add": {"manager"},
    "board-theme": {"manager"},
    "board-theme-offer": set(),  # POST only
    "publication": STAFF | {"chair", "panel_chair", "overview_author"},
    "publication-record": STAFF | {"chair", "panel_chair", "overview_author"},
    "publication-copy": STAFF | {"chair", "panel_chair", "overview_author"},
    "publication-copy-act": STAFF | {"chair", "panel_chair", "overview_author"},
    # Asked for of a case that is not with Ofsted: not for evaluators.
    "evaluation-letter": STAFF | {"chair", "panel_chair", "overview_author"},
    "chronology": CASE | {"agency_author"},  # asked for by one whose agency contributes
    "chronology-mark": set(),  # POST only
    "chronology-timeline": CASE | {"agency_author"},
    "chronology-silence": CASE | {"agency_author"},
    "chronology-entry": CASE | {"agency_author"},  # asked for as one of the agency's own
    "glossary": CASE | {"agency_author"},
    "glossary-remove": set(),  # POST only
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
    "agency-copy": CASE - {"subcommittee"} | {"agency_author"},
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
    "mentions": STAFF | {"overview_author"},
    "entry-mentions": STAFF | {"overview_author"},
    "rulings": STAFF | {"overview_author"},
    "copies": STAFF | APPOINTED | {"chair"},
    "copy": STAFF | APPOINTED | {"chair"},
    "copy-hide": set(),  # POST only
    "copy-override": LEAD,
    "copy-download": STAFF | APPOINTED | {"chair"},
    "copy-locked": STAFF | APPOINTED | {"chair"},
    "calendar": EVERYBODY - {"auditor"},
    "calendar-make": set(),  # POST only
    "calendar-revoke": set(),  # POST only
    "chronology-files": STAFF | {"agency_author"},
    "chronology-file": STAFF | {"agency_author"},
    "chronology-file-row": set(),  # POST only
    "chronology-file-whose": set(),  # POST only
    "agency-twice": STAFF | {"agency_author"},
    "agency-order": STAFF | {"agency_author"},
    "agency-row": STAFF | {"agency_author"},
    "chronology-file-headings": set(),  # POST only
    "chronology-file-replaces": set(),  # POST only
    "chronology-file-read": set(),  # POST only
    "chronology-file-take": set(),  # POST only
    "chronology-file-put-away": set(),  # POST only
    "chronology-file-original": STAFF | APPOINTED | {"chair", "agency_author"},
    "contributions": STAFF | APPOINTED | {"chair"},
    "contribution-check": STAFF | {"agency_author"},
    "contribution-part": STAFF | {"agency_author"},
    "contribution-draft-file": STAFF | {"agency_author"},
    "contribution-sign-off": set(),  # for the agency's head, who needs no role
    "contribution-recommendations": STAFF | {"agency_author"},
    "contribution-recommendation-add": STAFF | {"agency_author"},
    "contribution-recommendation": STAFF | {"agency_author"},
    "contribution-recommendation-remove": set(),  # POST only
    # Asked for as the agency's own, once it is asked for reports.
    "contribution": STAFF | APPOINTED | {"chair", "agency_author"},
    "contribution-report": STAFF | APPOINTED | {"chair", "agency_author"},
    "contribution-quality": STAFF | APPOINTED,
    "contribution-send-back": STAFF | {"panel_chair"},
    "contribution-accept": STAFF | {"panel_chair"},
    "agency-questions": STAFF | APPOINTED | {"chair", "agency_author"},
    "agency-answer": STAFF | {"agency_author"},
    "meetings": STAFF | APPOINTED | {"chair"},
    "meeting-call": STAFF | {"panel_chair"},
    "meeting": STAFF | APPOINTED | {"chair"},
    "meeting-invitation": STAFF | APPOINTED | {"chair"} | {"agency_author"},  # asked for as invited
    "meeting-calendar": STAFF | APPOINTED | {"chair"} | {"agency_author"},
    "meeting-act": STAFF | {"panel_chair"},
    "meeting-uninvite": set(),  # POST only
    "agenda-add": STAFF | {"panel_chair"},
    "agenda-item": STAFF | {"panel_chair"},
    "agenda-place": set(),  # POST only
    "agenda-drop": set(),  # POST only
    "agenda-paper": STAFF | {"panel_chair"},
    "paper": STAFF | APPOINTED | {"chair"},
    "paper-withdraw": set(),  # POST only
    "pack": STAFF | APPOINTED | {"chair"},
    "minutes": STAFF | {"panel_chair"},
    "minutes-download": STAFF | APPOINTED | {"chair"},
    "meeting-action": STAFF | APPOINTED | {"chair", "agency_author"},  # as given to the author
    "action-reopen": STAFF | {"panel_chair"},
    "action-finish": STAFF | {"panel_chair", "agency_author"},
    "reports": STAFF | APPOINTED | {"chair"},
    "report": STAFF | APPOINTED | {"chair"},
    "report-section": STAFF | APPOINTED | {"chair"},
    "report-changes": STAFF | APPOINTED | {"chair"},
    "report-add-action": STAFF | {"overview_author"},
    "report-issue": STAFF | {"overview_author"},
    "report-upload": STAFF | {"overview_author"},
    "report-draft": STAFF | APPOINTED | {"chair"},
    "report-compare": STAFF | APPOINTED | {"chair"},
    "report-file": STAFF | APPOINTED | {"chair"},
    "report-open": STAFF | {"overview_author"},
    "report-comment": STAFF | APPOINTED,
    "report-answer": STAFF | {"overview_author"},
    "report-close": set(),  # POST only
    "report-complete": STAFF | {"overview_author"},
    "report-sign-off": {"panel_chair"},
    "accuracy": STAFF | APPOINTED | {"chair", "agency_author"},
    "accuracy-comment": {"agency_author"},
    "accuracy-send": set(),  # POST only
    "letters": STAFF | {"chair"},
    "letter": STAFF | {"chair"},
    "word-templates": {"manager"},
    "word-template": {"manager"},
    "word-template-portals": {"manager"},
    "word-template-use-portals": set(),  # POST only
    "word-template-preview": {"manager"},
    "word-template-use": set(),  # POST only
}
