"""Words for invented chronologies: headings, cells, and dates in every shape with their meaning."""

import random
from datetime import date, timedelta

HEADINGS = {
    "date": (
        "Date",
        "When",
        "Event date",
        "Date of incident",
        "Day",
        "Dt",
        "Dated",
        "Date(s)",
        "DATE OF ENTRY",
        "Date & time",
        "Incident date",
        "Consultation date",
        "Occurred on",
        "Date of call",
        "Date (day/month/year)",
        "Date of occurrence",
        "On what date",
        "Visit date",
        "Date in question",
        "Calendar date",
        "Started",
        "DATE:",
    ),
    "time": (
        "Time",
        "At what time",
        "Time of call",
        "Clock time",
        "Hour",
        "Time (24hr)",
        "Time if known",
        "Start time",
        "TIME (hrs)",
        "Time occurred",
        "Tm",
    ),
    "event": (
        "Event",
        "What happened",
        "Narrative",
        "Details of event/contact",
        "Description of event",
        "Log entry",
        "Consultation notes",
        "Summary of contact",
        "Particulars",
        "Incident summary",
        "What took place",
        "Nature of involvement",
        "Account of contact",
        "Occurrence",
        "Information known to agency",
        "Record of contact",
        "Synopsis",
        "Key contacts and events",
        "Free text",
        "Entry",
        "Facts",
        "Event details",
        "Presenting issue and history",
        "Agency involvement",
    ),
    "source": (
        "Source",
        "Where from",
        "Document",
        "Origin of information",
        "Evidence",
        "System",
        "Held on",
        "Record type",
        "Source of evidence",
        "File ref",
        "Taken from",
        "Record source",
        "Source document",
        "Database",
        "Log type",
    ),
    "present": (
        "In attendance",
        "Who was there",
        "Names",
        "Family members involved",
        "Persons",
        "Those involved",
        "Participants",
        "Professionals present",
        "Attendees",
        "People",
        "Who",
        "Spoken with",
        "Involved parties",
    ),
    "seen": (
        "Seen?",
        "Child sighted",
        "Was the child seen/spoken to?",
        "Child seen alone",
        "C seen",
        "Seen",
        "Saw child",
        "Child present?",
        "Did worker see child",
        "Child visible?",
        "Was child seen (yes/no)",
    ),
    "voice": (
        "Child said",
        "Child's views",
        "What the child told us",
        "Views of the child",
        "In the child's words",
        "Child's lived experience",
        "Wishes and feelings",
        "What did the child say?",
    ),
    "action": (
        "Result",
        "Next steps",
        "What was done",
        "Decision",
        "Response",
        "Agency response",
        "Follow-up",
        "Plan",
        "Action/Decision",
        "Outcome of contact",
        "Disposal",
        "Steps taken",
        "Actions agreed",
    ),
    "comment": (
        "Reviewer's remarks",
        "IMR comment",
        "Reflection",
        "Author view",
        "Analysis of practice",
        "Remarks",
        "Commentary",
        "Observations",
        "Learning",
        "Critical analysis",
        "Panel comment",
        "Practice issue",
    ),
    "significance": (
        "Importance",
        "Key?",
        "Rating",
        "Weight",
        "H/M/L",
        "Significant?",
        "Priority",
        "Grading",
    ),
    "ref": ("Item", "#", "Entry no", "Seq", "Row no.", "ID", "Line", "S/N", "Index", "Entry ID"),
}
NARRATIVES = (
    "Home visit by health visitor. House cold, no food. Mother to contact landlord.",
    "Telephone call from school. Child had not attended since Monday and nobody answered the door.",
    "999 call to address; raised voices heard. Father had left before officers arrived.",
    "Did not attend appointment. Letter sent.",
    "Strategy discussion held. Agreed single agency assessment, police to be updated.",
    "Child brought to surgery with rash. Cream prescribed and advice given about bathing.",
    "Rent arrears discussed with tenant; payment plan of £12 per week set up.",
    "Core group. Plan reviewed; risk thought to be reduced. Next meeting in six weeks.",
    "Anonymous referral: children left alone at night. Unannounced visit, no reply.",
    "Supervision with manager, case to be kept open pending medical.",
    "Attended nursery, clingy at drop off. Bruise to shin explained as a fall.",
    "Review health assessment completed. Weight on 9th centile; dental check overdue.",
)
TAILS = (
    " GP informed.",
    " No further concerns.",
    " Neighbour present.",
    " To be followed up.",
    "",
    " See letter.",
)


def cell(role: str, rng: random.Random, n: int) -> str:
    pools = {
        "source": ("Case log", "Letter", "SystmOne", "Duty book", "Email from CSC", "Minutes", ""),
        "present": ("Mother, HV Green", "Father", "J Holt, PC Dunn", "Mum and Sam", "", "SW Amin"),
        "seen": ("Yes", "No", "N/A", "Y", "N", "", "Not seen", "yes"),
        "voice": ("“I want to go home”", "", "", "Said he is scared of the dog", ""),
        "action": ("NFA", "Referral made", "Letter sent", "", "Visit booked for next week"),
        "comment": ("Good practice", "", "Should have been escalated", "", "Missed opportunity"),
        "significance": ("H", "M", "L", ""),
    }
    if role == "ref":
        return str(n)
    if role == "event":
        return rng.choice(NARRATIVES) + rng.choice(TAILS) + f" ({n})"
    return rng.choice(pools[role])


def ordinal(n: int) -> str:
    return f"{n}{'th' if 10 <= n % 100 <= 20 else {1: 'st', 2: 'nd', 3: 'rd'}.get(n % 10, 'th')}"


DAY_SHAPES = (
    lambda d: f"{d:%d/%m/%Y}",
    lambda d: f"{d:%d.%m.%y}",
    lambda d: f"{d.day}/{d.month}/{d:%y}",
    lambda d: f"{d:%d-%m-%Y}",
    lambda d: f"{d:%Y-%m-%d}",
    lambda d: f"{d:%Y/%m/%d}",
    lambda d: f"{d:%Y%m%d}",
    lambda d: f"{d.day} {d:%B %Y}",
    lambda d: f"{ordinal(d.day)} {d:%b} {d:%y}",
    lambda d: f"{ordinal(d.day)} of {d:%B}, {d:%Y}",
    lambda d: f"{d:%A} {d.day} {d:%B %Y}",
    lambda d: f"{d:%a}, {d:%d/%m/%Y}",
    lambda d: f"{d:%B} {d.day}, {d:%Y}",
    lambda d: f"{d:%d-%b-%y}",
    lambda d: f"{d:%d %b %Y}".upper(),
    lambda d: f"{d.day}.{d.month}.{d:%Y}",
    lambda d: f"{d:%d}/{d:%b}/{d:%Y}",
    lambda d: f"{d.day} / {d.month} / {d:%Y}",
    lambda d: f"{d:%a} {ordinal(d.day)} {d:%b} '{d:%y}",
    lambda d: f"{d:%d%m%Y}",
    lambda d: f"{d:%d %m %Y}",
    lambda d: f"{d:%d/%m/%Y} ({d:%A})",
)
TIME_SHAPES = (
    lambda h, m: (f"{h:02}:{m:02}", 1),
    lambda h, m: (f"{h:02}{m:02}", 1),
    lambda h, m: (f"{h:02}.{m:02}", 1),
    lambda h, m: (f"{h:02}{m:02} hours", 1),
    lambda h, m: (f"{(h % 12) or 12}:{m:02}{'am' if h < 12 else 'pm'}", 1),
    lambda h, m: (f"{(h % 12) or 12}.{m:02} {'a.m.' if h < 12 else 'p.m.'}", 1),
    lambda h, m: (f"{h:02}h{m:02}", 1),
    lambda h, m: (f"{h:02}:{m:02}:00", 1),
)


def month_end(d: date) -> date:
    """The last day of a day's month."""
    return (d.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def imprecise(d: date, rng: random.Random) -> tuple[str, date, date, str]:
    """Words for less than a day, and what they mean."""
    monday = d - timedelta(days=d.weekday())
    later = d + timedelta(days=rng.randint(1, 4))
    first = d.replace(day=1)
    return rng.choice(
        (
            (f"{d:%B %Y}", first, month_end(d), "month"),
            (f"{d:%b %y}", first, month_end(d), "month"),
            (f"{d:%m/%Y}", first, month_end(d), "month"),
            (f"{d:%Y}", date(d.year, 1, 1), date(d.year, 12, 31), "year"),
            (f"w/c {monday:%d/%m/%y}", monday, monday + timedelta(days=6), "range"),
            (
                f"Week commencing {monday.day} {monday:%B %Y}",
                monday,
                monday + timedelta(days=6),
                "range",
            ),
            (f"early {d:%B %Y}", first, first.replace(day=10), "approximate"),
            (f"Mid-{d:%b %Y}", first.replace(day=11), first.replace(day=20), "approximate"),
            (f"End of {d:%B %Y}", first.replace(day=21), month_end(d), "approximate"),
            (f"Spring {d:%Y}", date(d.year, 3, 1), date(d.year, 5, 31), "approximate"),
            (f"circa {d:%d/%m/%Y}", d, d, "approximate"),
            (f"{d:%d/%m/%Y}?", d, d, "approximate"),
            (f"around {d.day} {d:%B %Y}", d, d, "approximate"),
            (f"about {d:%B %Y}", first, month_end(d), "approximate"),
            (f"{d:%d/%m/%y} to {later:%d/%m/%y}", d, later, "range"),
            (f"{d.day} {d:%b} – {later.day} {later:%b %Y}", d, later, "range")
            if d.year == later.year
            else (f"{d:%d.%m.%Y}-{later:%d.%m.%Y}", d, later, "range"),
            (f"Between {d:%d/%m/%Y} and {later:%d/%m/%Y}", d, later, "range"),
        )
    )
