"""Visits and calls, told in words unlike those of the other lists: Ellie seen, not seen, neither.

(agency's kind, text). Ellie Marsh is the child under review; Tom is her brother.
"""

SEEN = (
    ("social_care", "Unannounced at 8am. Ellie eating cereal in front of television."),
    ("social_care", "Visited the flat. Ellie hid behind settee, then came out for stickers."),
    ("social_care", "Visit. Mum holding Ellie, who was sleepy and flushed."),
    ("social_care", "Observed family mealtime. Ellie refused food."),
    ("social_care", "Home visit: both kids in the garden with paddling pool."),
    ("social_care", "Undertook direct work with Ellie in the car."),
    ("social_care", "Ellie accompanied me to the shop, talked about school."),
    ("social_care", "Stat visit. I asked Ellie about her week. Good day at school."),
    ("social_care", "Saw Ellie briefly at the door. She wore a coat over pyjamas."),
    ("social_care", "Duty visit. Ellie clean, dry and fed; no worries."),
    ("health_visitor", "Primary visit day 11. Ellie breast feeding well, cord off."),
    ("health_visitor", "Home contact, Ellie crawling everywhere, smells of smoke."),
    ("health_visitor", "Opportunistic visit. Ellie on mum's lap, runny nose."),
    ("health_visitor", "V/ to hostel, saw mum + Ellie. One room, damp."),
    ("police", "Attended. Ellie stood at top of stairs crying."),
    ("police", "Welfare check at request of school. Ellie and Tom both fine and well."),
    ("police", "Search warrant. Ellie was in the property, cared for by PC Wren."),
    ("cafcass", "Second visit. Ellie told me she misses her dad."),
    ("cafcass", "Observation of contact. Ellie ran to her father."),
    ("cafcass", "Home visit to mum. Saw both children together and apart."),
    ("fire", "Attended chip pan fire. Family out on arrival, Ellie given oxygen."),
    ("housing", "Inspection of property. Ellie playing among bin bags."),
    ("housing", "Visited re repairs, Ellie at home off school, on sofa."),
    ("probation", "Home visit. Partner and Ellie present throughout."),
    ("school", "SW came in to see Ellie. I sat with them."),
    ("school", "Phone call from SW. Told her Ellie is here and settled."),
)

NOT_SEEN = (
    ("social_care", "Visit. Ellie at after school club so I have not seen her."),
    ("social_care", "Doorstep only. Mum refused to bring Ellie down."),
    ("social_care", "Visited. Ellie having a sleepover at her friend's."),
    ("social_care", "Ellie in bed, did not want to wake her."),
    ("health_visitor", "Home visit. Mum alone, Ellie out with her nan."),
    ("health_visitor", "Contact at home. Ellie upstairs asleep, not disturbed."),
    ("police", "Attended address. Children believed to be with grandmother, not spoken to."),
    ("cafcass", "Saw mother at home, Ellie was at nursery."),
    ("housing", "Visited. Tenant in. Ellie not at the property."),
    ("school", "SW phoned. Said Ellie has not been in since Tuesday."),
    ("drug_service", "Mum attended for script. Said Ellie at nursery."),
)

NEITHER = (
    ("social_care", "Call from nan, worried that Ellie looks thin."),
    ("social_care", "Mum came to office. Says Ellie is doing well at nursery."),
    ("social_care", "Letter from landlord. Ellie's bedroom has mould."),
    ("social_care", "Legal planning meeting. Threshold met for Ellie."),
    ("social_care", "Anonymous caller: Ellie left in car outside pub."),
    ("health_visitor", "School nurse passed on that Ellie was quiet in class."),
    ("health_visitor", "T/C to mum re Ellie's feeding. Will visit Monday."),
    ("police", "Report of concern from neighbour who saw Ellie in the street."),
    ("police", "Father arrested at pub. Said Ellie was with her mum."),
    ("cafcass", "Telephone interview with dad. He wants Ellie every weekend."),
    ("housing", "Neighbour says Ellie is playing on the landing late at night."),
    ("probation", "Supervision. Reports that Ellie is walking now."),
    ("adult_mental_health", "Outpatients. Feels guilty about shouting at Ellie."),
    ("midwife", "Antenatal check. Mum says Ellie is excited about baby."),
    ("fire", "Advice leaflet posted to Ellie's address."),
)
