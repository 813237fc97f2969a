"""The constraints of Ofsted's judgement."""

from collections.abc import Callable

from reviews.models import ElementGrade, Evaluation, FinalSet, HeadingJudgement
from tests.factories import AT
from tests.reviews.scene import Scene


def submitted(scene: Scene, **fields: object) -> Evaluation:
    return Evaluation.objects.create(**scene.of, number=1, **fields)


def judge(scene: Scene, times: int = 1, **fields: object) -> None:
    to = submitted(scene)
    for _ in range(times):
        facts = {"heading": "terms", "grade": "good", "narrative": "x"} | fields
        HeadingJudgement.objects.create(evaluation=to, **facts)


def grade_element(scene: Scene, times: int = 1, **fields: object) -> None:
    to = submitted(scene)
    for _ in range(times):
        ElementGrade.objects.create(evaluation=to, **{"kind": "imr", "grade": "good"} | fields)


def correct(scene: Scene, **fields: object) -> Evaluation:
    wrong = submitted(scene, grade="good")
    facts = {"number": 1, "corrects": wrong, "reason": "x"} | fields
    return Evaluation.objects.create(**scene.of, **facts)


def submit_twice(scene: Scene) -> None:
    agreed = FinalSet.freeze(scene.review, **scene.said)
    for number in (1, 2):
        Evaluation.objects.create(**scene.of, number=number, final_set=agreed)


ROWS: dict[str, Callable[[Scene], object]] = {
    "evaluation_recorded_by_and_at": lambda s: submitted(s, grade="good", recorded_at=AT),
    "one_evaluation_a_final_set": submit_twice,
    "evaluation_corrected_with_a_reason": lambda s: correct(s, reason=""),
    "letter_withdrawn_by_and_at": lambda s: correct(s, withdrawn_at=AT),
    "letter_recorded_with_a_grade": lambda s: submitted(s, narrative="x"),
    "one_judgement_a_heading": lambda s: judge(s, times=2),
    "judgement_has_grade_and_narrative": lambda s: judge(s, narrative=""),
    "one_grade_an_element": lambda s: grade_element(s, times=2),
    "element_and_grade_are_known": lambda s: grade_element(s, kind="letter"),
}
