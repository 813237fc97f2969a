"""Sights of the child in clinics, cars, cots and offices: Ellie seen, not seen, neither.

(agency's kind, text). Ellie Marsh is the child under review; Tom is her brother.
"""

SEEN = (
    ("health_visitor", "Drop-in: 7.71kg, on her line."),
    ("health_visitor", "Health clinic. 9.17kg. No worries from mum."),
    ("health_visitor", "Came to the hub to be weighed. 6.9 kg."),
    ("health_visitor", "Clinic: weight gain static since last month, referred to GP."),
    ("health_visitor", "One year assessment. Pulls to stand, two words."),
    ("health_visitor", "H/V. Weaning discussed. Ellie asleep in Moses basket in lounge, pink."),
    ("health_visitor", "Called in at 44 Juniper Close. Mother in. Ellie sat colouring."),
    ("midwife", "Postnatal visit day 5. Baby jaundiced, weight loss 8%."),
    ("gp", "Home visit by Dr Rowe. Ellie hot and listless, sent in to hospital."),
    ("gp", "Ellie: cough three days, chest clear."),
    ("hospital", "Child brought by mother's partner, heart tablets taken. Bloods fine."),
    ("hospital", "Fracture clinic: plaster removed from Ellie's wrist."),
    ("ambulance", "Called to Ellie fitting. On arrival post-ictal, GCS 13. Conveyed with mother."),
    ("social_care", "Took child and mother to be examined. Old burn underfoot."),
    ("social_care", "Mum brought Ellie to the office. Ellie had on odd shoes."),
    ("social_care", "Visit to school to see Ellie. She said she is scared at night."),
    ("social_care", "Unplanned call by social worker. Mum opened door. Ellie on nan's knee."),
    ("social_care", "Fortnightly visit. Ellie had a runny nose, otherwise fine."),
    ("police", "Attended domestic. Ellie in cot upstairs, checked, safe and well."),
    ("police", "Attended. All spoken to. Child asleep in bed, checked, appeared well."),
    ("police", "Vehicle stopped, partner driving, Ellie unrestrained in rear."),
    ("housing", "Gas check. Ellie asleep on sofa in coat."),
    ("school", "Ellie sent to the office with a headache, slept for an hour."),
    ("substance_misuse", "Mum attended keywork with Ellie, who was quiet and pale."),
)

NOT_SEEN = (
    ("social_care", "Visit attempted x2. Card left."),
    ("health_visitor", "H/V. Ellie asleep in cot, mum preferred her not to be disturbed."),
)

NEITHER = (
    ("social_care", "Discussion with health visitor, who had seen Ellie on Monday."),
    ("social_care", "Visit to school to see Ellie. Not in today."),
    ("gp", "Out of hours report: Ellie seen with vomiting."),
    ("health_visitor", "Call to clinic. Weight to be taken next week."),
    ("midwife", "Postnatal visit declined by phone."),
)
