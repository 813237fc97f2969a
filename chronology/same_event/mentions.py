"""Which other agencies a text speaks of."""

from .words import stem

SPOKEN_OF = {
    "POL": "police officer officers constable pc dc detective sergeant caiu cait ppu custody",
    "CSC": "social worker services allocated duty emergency_duty edt children's",
    "HV": "health_visitor health visitor nurse",
    "GP": "doctor gp surgery practice",
    "AE": "hospital emergency ward casualty infirmary paediatrician liaison discharge consultant",
    "SCH": "school teacher head education pupil class senco",
    "HOU": "housing landlord tenancy neighbourhood",
    "PROB": "probation offender licence",
    "YOT": "youth offending",
    "FRS": "fire brigade firemen crew",
    "CAMHS": "camhs therapist",
    "AMH": "psychiatric psychiatrist crisis cmht mental ordinator coordinator amhp",
    "CAF": "cafcass guardian adviser",
    "MW": "midwife maternity antenatal",
    "SUB": "drug drugs substance keyworker",
    "NUR": "nursery childminder acorns early_years",
    "AMB": "ambulance paramedic paramedics crew",
    "FOS": "carer carers foster placement",
}
STEMS = {code: frozenset(map(stem, said.split())) for code, said in SPOKEN_OF.items()}


def speaks_of(stems: frozenset[str], perspective: str) -> bool:
    """Whether a text uses a word for that agency or its people."""
    return not stems.isdisjoint(STEMS.get(perspective, frozenset()))
