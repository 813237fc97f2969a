"""What crews, carers, schools and drivers write of Ellie Marsh when she is there, and when not.

(agency's kind, text). Ellie Marsh is the child under review; Tom is her brother.
"""

SEEN = (
    ("ambulance", "999 to home. Ellie, croup. GCS 15 on arrival. Conveyed."),
    ("foster_care", "Ellie lost a tooth. Mum polite."),
    ("foster_care", "Ellie had nightmare, settled with milk."),
    ("school", "Ellie short of breath in PE, inhaler empty. Mum called."),
    ("school", "Nan rung to fetch Ellie as mum fell over pushchair."),
    ("school", "Mum slurred, swaying at home time. Staff kept Ellie."),
    ("school", "No inhaler in school. Ellie wheezing. 999 called."),
    ("school", "Ellie 25 mins late. To discuss in supervision."),
    ("health_visitor", "Ellie measured. Interacting nicely. Cousin visiting."),
    ("social_care", "Transported Ellie to carers. Ellie cried in car."),
    ("social_care", "Taken Ellie to foster home with overnight bag."),
    ("social_care", "SV. Ellie spoke of a new kitten."),
)
NEITHER = (
    ("ambulance", "Mother, abdominal pain, asking for Ellie. Conveyed to hospital."),
    ("health_visitor", "Noted on system Ellie pre-school booster given at surgery."),
    ("health_visitor", "Lateral check by duty: children looking in bins for food."),
    ("school", "Swimming kit not brought."),
    ("social_care", "Mum took Ellie to dental emergency clinic finally."),
    ("school", "Told Ellie has gone into care. No coat or nappies."),
)
