"""Imported by the process that workers are forked from: loads what every check needs, once for all of them."""

from __future__ import annotations

from wonmun.check import check

check("군은 저수지를 고친다. 저수지는 낡았다. 저수지에서 낚시를 한다. 온라인 카지노 저수지 옆에 쉼터가 생긴다. " * 2)
