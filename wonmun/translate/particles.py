"""Korean particles that follow what a sentence is filled with: 이 after a consonant, 가 after a vowel.

Where nobody can tell the last sound (another script, a sign), both stand there, as Korean officials write: 이(가).
"""

from __future__ import annotations

from wonmun.language.ko import final_sound

PAIRS = {
    "이/가": ("이", "가"),
    "은/는": ("은", "는"),
    "을/를": ("을", "를"),
    "과/와": ("과", "와"),
    "으로/로": ("으로", "로"),
    "이라/라": ("이라", "라"),
}
"""How a template writes a particle → after a consonant, after a vowel."""
_RIEUL = 2


def particle(written: str, before: str) -> str:
    """Choose the particle by the last letter or digit before it; quotation marks and brackets have no sound.

    >>> particle("이/가", "‘카지노’"), particle("은/는", "열 13"), particle("으로/로", "서울"), particle("을/를", "賭")
    ('가', '은', '로', '을(를)')
    """
    hard, soft = PAIRS[written]
    last = next((c for c in reversed(before) if c.isalnum()), "")
    sound = final_sound(last) if last else None
    if sound is None:
        return f"({hard[0]}){hard[1:]}" if hard.endswith(soft) else f"{hard}({soft})"
    if sound == _RIEUL and soft == "로":
        return soft
    return hard if sound else soft
