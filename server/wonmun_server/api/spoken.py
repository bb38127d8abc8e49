"""What an answer says to people, in the language that the client asks for; what programs read stays as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec import structs

from wonmun_server.tongue import chosen

if TYPE_CHECKING:
    from wonmun_server.wire import Answer, FindingOut


def spoken(answer: Answer) -> Answer:
    """Put reasons, messages and evidence into the language of `Accept-Language`; English where that is not spoken."""
    catalog = chosen()
    if not catalog.entries:
        return answer

    def said(finding: FindingOut) -> FindingOut:
        evidence = tuple(map(catalog.read, finding.evidence))
        return structs.replace(finding, message=catalog.read(finding.message), evidence=evidence)

    reasons = tuple(map(catalog.read, answer.reasons))
    return structs.replace(answer, reasons=reasons, findings=tuple(map(said, answer.findings)))
