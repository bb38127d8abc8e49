"""What every fit of the finding models holds to: the signs of weights, the pairs of signals, the shape of trees."""

from __future__ import annotations

MONOTONE = dict.fromkeys(
    [
        "wrong",
        "wrong_rate",
        "wrong_kinds",
        "mixed",
        "strong",
        "spam_share",
        "spam_words",
        "searched",
        "lead",
        "lead_rate",
        "right_kinds",
        "left_kinds",
        "unseen",
        "cost",
        "rejoined",
        "after_ending",
        "stub",
        "gain_deleted",
        "gain_noun",
        "gain_noun_top",
    ],
    1,
) | dict.fromkeys(
    [
        "echo",
        "topic_near",
        "report_near",
        "bracketed",
        "quote_open",
        "one_particle",
        "paren_after",
        "topic_words",
        "strong_topic",
        "right_same",
        "apart_log",
        "rarest",
        "strong_elsewhere",
        "compound",
        "crossing",
        "listed",
        "running",
    ],
    -1,
)
_CROSSES = {
    "words": "wrong glued_left glued_right verb bare times both right_kinds rejoined after_particle cost unseen",
    "unseen": "wrong glued_right glued_left times between after_particle right_kinds mixed",
    "cost": "wrong times between",
    "times": "exclusive between strong searched",
    "one_particle": "times",
    "strong": "single words topic_near report_near echo quote_open bracketed wrong apart times topic_words exclusive",
    "spam_share": "topic_words glued_right times",
    "gain_noun": "times words single strong unseen",
    "gain_deleted": "times words between single after_particle",
    "own_score": "times",
    "crossing": "words",
    "query_tail": "times exclusive words",
    "cover": "words exclusive",
}
CROSSES = [(a, b) for a, others in _CROSSES.items() for b in others.split()]
SHAPE = {"monotone": MONOTONE, "trees": 120, "rate": 0.08, "leaves": 8, "least": 30}
