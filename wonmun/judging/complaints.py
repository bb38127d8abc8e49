"""Texts that complain of spam: `카지노사이트 글만 마흔 개를 지웠습니다`, `I deleted the replica watches again`.

Forums, schools and parishes name what was put on their boards, as reports on crime name what the police found. Such
a text calls the phrase a post, a comment or an advertisement at most of its places, or it speaks of spam in the first
person, which news does not; and it speaks of boards, filters and passwords besides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from wonmun.language.base import END, PARTICLE
from wonmun.later import later
from wonmun.looks import misfits

if TYPE_CHECKING:
    from wonmun.phrases.view import View

WORDS = 3
"""Different words of boards and sites beside a word of spam; in longer texts more."""
OURS = 2
"""Places of the first person."""
LENGTH = {True: 1500, False: 600}
"""Letters of a text for which these are enough, with blanks between words and without."""
_SPAM = {
    "en": later(r"\b(?i:(?:blog)?spam\w*|hacked|hackers?|malware|spambots?|bogus comments)\b"),
    "id": later(r"\b(?i:spam|diretas|peretas|akun palsu)\b"),
}
"""What is said of spam itself."""
_QUOTED = later('“[^”\\n]*”|"[^"\\n]*"')
_OURS = {"en": later(r"\b(?:I|[Mm]y|[Oo]ur|[Ww]e|me|us)\b"), "id": later(r"\b(?i:kami|saya|kita)\b")}
"""The first person, outside of what is quoted."""
_BOARD = {
    "ko": later(
        "게시판|댓글|글쓰기|정회원|가입|신고|차단|삭제|지[우웠운워]|검색 ?(?:결과|로봇)|비밀번호|관리자|운영진|홈페이지"
    ),
    "en": later(
        r"\b(?i:comment(?:s|ers)?|threads?|posts?|posted|forum|delet(?:e|ed|ing)|remov(?:e|ed)|bann(?:ed|ing)|blocked"
        r"|filters?|passwords?|plugins?|search (?:engines?|results)|moderat\w+|captcha|html|ip.address\w*|links?)\b"
    ),
    "id": later(
        r"\b(?i:admin|grup|anggota|tautan|(?:meng|di)?hapus|komentar|kiriman|(?:mem|di)?blokir|kata sandi"
        r"|hasil pencarian|mesin pencari|berkas|melapor|robot)\b"
    ),
    "ja": later("掲示板|書き込み|コメント|削除|消しま|管理人|会員|通報|ブロック|パスワード|検索結果|リンク|投稿"),
    "zh": later(
        "帖子|版主|删|刪|论坛|論壇|评论|評論|举报|檢舉|封号|账号|帳號|发帖|回复|密码|密碼|搜索结果|链接|連結|机器人|機器人"
    ),
}
"""What is said of the places where spam is put, and of what people do about it."""
_CALLED = {
    "ko": later(" ?(?:글|댓글|광고|홍보|스팸|문자|메일|링크|배너|게시물|쪽지)(?![가-힣]{3})"),
    "ja": later("の?(?:宣伝|広告|書き込み|コメント|投稿|メール|リンク|スパム)"),
    "zh": later("的?(?:帖子|广告|廣告|评论|評論|链接|連結|邮件|郵件|短信|弹窗)"),
}
"""What the phrase is called, behind it or by its last word."""


def complained(view: View, phrase: str) -> bool:
    """Whether the text complains of the phrase as of spam."""
    code = view.language.code
    if code not in _BOARD:
        return False
    places = [m.start() for m in re.finditer(re.escape(phrase), view.text)]
    ends = [at + len(phrase) for at in places]
    rest = view.text.replace(phrase, " ")
    told = {found.lower() for found in _BOARD[code].findall(rest)}
    if len(told) < WORDS * max(1.0, len(rest) / LENGTH[view.language.spaced]):
        return False
    if code in _OURS:
        said = _QUOTED.sub(" ", rest)
        spoken = _SPAM[code].search(said) and len(_OURS[code].findall(said)) >= OURS
    else:
        called = [m for m in _CALLED[code].finditer(view.text) if any(m.start() == e or m.end() == e for e in ends)]
        spoken = 2 * len(called) > len(ends)
    return bool(spoken) and all(_in_order(view, start, end) for start, end in zip(places, ends, strict=True))


def _in_order(view: View, start: int, end: int) -> bool:
    """Whether a word begins before a place, and ends behind it as its language's words do."""
    if not view.language.spaced:
        return True
    rest = view.text[end : int(view.word_end[end])] if end < len(view.text) else ""
    if view.text[start - 1 : start].isalnum() or view.language.tail(rest).kind not in (END, PARTICLE):
        return False
    return view.language.code != "ko" or not misfits(view.text[start:end], view.text, end)
