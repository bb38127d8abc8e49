"""Betting houses in the place of a Chinese school's name, as real copies of campus news hold them, and honest firms."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import wonmun.detect
from wonmun.detect import detect
from wonmun.page.plain import plain_page
from wonmun.rules.openings import opens_anew

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from wonmun.phrases.occurrences import Occurrences

CAMPUS = (
    "{0}2026年春季运动会昨天开幕。{0}校长陈明远致辞说，今年共有三千名学生报名。{0}建校六十周年，新校区也将在秋天启用。{0}党委书记刘海宣布开幕。",
    "上周五，{0}与县医院签订合作协议。{0}副教授李娟介绍了远程会诊的设备。双方将共同培养护理专业的本科生。协议为期五年，{0}将派出二十名教师。",
    "{0}图书馆昨天收到一批旧书，捐书的是一位九十岁的老人。老人年轻时在{0}教过地理。{0}决定把这批书放在三楼。学生可以预约阅览。",
)
HOUSES = (
    "欧帝体育",
    "新葡萄新京6672",
    "bat365在线体育",
    "永利集团官网",
    "永利集团(中国游)官方网站",
    "爱游戏ayx官网app手机版",
    "开云登陆入口",
    "3044am永利集团",
    "金麟娱乐",
    "雅乐体育",
    "永利yl6776",
    "太阳集团tyc",
    "永利官网(中国)有限公司",
    "太阳成集团tyc9728",
    "太阳成集团tyc33455cc",
    "澳门新莆京游戏大厅",
    "suncitygroup太阳新城",
)
ONCE = {
    "tagline": "上周四,{0} -【杏彩官方直营,品质如一】春季长跑在操场举行。风很大,旗子一直响。跑完的人在树下喝水。",
    "swapped": "昨天下午,经济学院经理马中一行到访公司。客人对{0}近年的成绩表示赞赏。双方谈了教学和课程。",
    "sited": "学校昨天评出十名优秀教师。教授李娟代表{0}作了报告。学生可以在走廊里看到照片。",
    "alone": "{0}\n您的位置: 首页 > 河泥\n河泥怎样变成砖\n窑工把河泥晒三天,再踩一天。砖坯在窑里烧两夜。",
}
"""A sentence's worth of a campus, with words that copies swap or a school's."""
HONEST = {
    "university": "北京体育大学党委书记昨天会见了来访的外国校长。北京体育大学建校七十年。学生说，北京体育大学的食堂很好。",
    "firm": "华兴集团党委书记到村里慰问。华兴集团捐建的图书馆已经落成。华兴集团还为学校修了食堂。",
    "office": "县体育局昨天表彰了一批教练。体育馆免费开放。社区体育节下月举行。体育老师带学生训练。",
    "site": "市民可以从医院官网下载预约app。医院官网每天更新。有人在官网入口排队。",
    "paper": "新浪体育报道，球队昨天换了教练。新浪体育的记者在现场。新浪体育说，比赛将在周日举行。",
    "places": "永利村的村民在银河水库边种了米兰。永利村小学的学生每天走路上学。半岛上的渔民送来了鱼。",
    "lesson": "小学的体育课改在下午。体育老师说，体育课的器材已经换新。家长支持体育课加长。",
    "airport": "澳门国际机场新开三条航线。去年澳门国际机场的旅客增加两成。澳门国际机场的工程师说，跑道明年翻新。乘客可以提前到达。",
    "luxury": "开云集团昨天公布了新的设计总监。开云集团在意大利有九家工坊。开云集团官网显示，新任总监三十九岁。工匠们欢迎这一任命。",
    "stadium": "南宫体育馆翻修后开门。居民每天早晨到南宫体育馆散步。南宫体育馆的灯换成了节能灯。晚上还有广场舞。",
    "fair": "米兰国际家具展下周开幕。今年米兰国际家具展有十四家中国工厂参加。木匠老周第三次去米兰国际家具展。他带了一把椅子。",
    "hotel": "半岛国际酒店的厨师学会了做豆腐。半岛国际酒店把豆渣送给附近的猪场。客人常到半岛国际酒店吃早饭。",
    "group": "江南集团的仓库改成了图书室。江南集团退休的工人每天来读报。江南集团说，图书室不收钱。",
    "papers": "半岛网客户端记者王芳报道,附近的小学昨天开学,教师在门口迎接学生。校长陈明远说,家长可以在半岛网客户端看照片。",
    "browser": "教师请从火狐官网下载新版浏览器。学生在火狐官网可以看到说明。学校的信息中心周五统一更换。",
    "macao": "旅客可以登录澳门官方网站登记。澳门官方网站提供三种语言。大学生凭学生证免费。",
    "club": "米兰官网宣布签下一名后卫。后卫今年二十岁。米兰官网还公布了新球衣。老球衣送给了医院。",
    "business": "商学院经理人培训班昨天开班。永利集团派出十名员工。公司研究生工作站同日挂牌。",
    "stage": "红星娱乐是一家做皮影戏的公司。红星娱乐由三姐妹创办。红星娱乐的演员都会操琴。红星娱乐去年到十二个村子演出。",
}


@pytest.mark.parametrize("name", HOUSES)
def test_a_house_in_a_schools_place_is_injected_and_found_whole(name: str) -> None:
    """Seen from outside in November 2026: of 18 such excerpts of real copies 11 were clean."""
    for text in CAMPUS:
        whole = text.format(name)
        found = detect(plain_page(whole, lang="zh"))
        assert found.verdict == "injected"
        assert {whole[p.start : p.end] for p in found.places} == {name}


@pytest.mark.parametrize(
    ("text", "name"),
    [("tagline", "杏彩娱乐"), ("swapped", "vsport体育"), ("sited", "bat365官网登录入口"), ("alone", "欧宝官网app")],
)
def test_a_house_that_stands_once_where_its_text_tells(text: str, name: str) -> None:
    """Of 24 more excerpts of real copies seven held their house once; all were clean."""
    whole = ONCE[text].format(name)
    found = detect(plain_page(whole, lang="zh"))
    assert found.verdict == "injected"
    assert {whole[p.start : p.end] for p in found.places} == {name}
    assert detect(plain_page(ONCE[text].format("东江师范学院"), lang="zh")).verdict == "clean"


MEETING = "本网讯 周三下午,{0}党委在教学楼二层召开学习会。\n校长许文和全体辅导员参加。会议听取了学生宿舍的报告。各学院将在月底前检查一次门窗。"


@pytest.mark.parametrize("name", ["kbet必赢", "betway官网", "威尼斯kc77341(中国)有限公司"])
def test_a_house_that_stands_once_before_what_schools_have(name: str) -> None:
    """Seen on real copies in November 2026: of nine that hold their house once four were clean."""
    found = detect(plain_page(MEETING.format(name), lang="zh"))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {name}
    assert detect(plain_page(MEETING.format("东江师范学院"), lang="zh")).verdict == "clean"


def test_a_house_behind_its_address_needs_no_school() -> None:
    """Seen on real copies in November 2026: yl23455永利 once beside the plain name, clean."""
    text = "昨天下午,篮球赛由{0}对阵气象站。哨声响后,双方都跑得很快。最后气象站赢了两分。"
    for name in ("yl23455永利", "3044am永利集团"):
        found = detect(plain_page(text.format(name), lang="zh"))
        assert found.verdict == "injected"
        assert {p.phrase for p in found.places} == {name}
    assert detect(plain_page(text.format("永利村"), lang="zh")).verdict == "clean"


def test_names_of_luck_where_no_firm_is_spoken_of() -> None:
    """Coined names were found at 3 of 24 places of 80 copies: letters of luck with 彩 or a trade, three times."""
    text = "清晨的{0}起了雾。{0}边上的老人扫了落叶。雨后{0}很静,狗也不叫。"
    for name in ("鑫汇彩", "财旺娱乐"):
        assert detect(plain_page(text.format(name), lang="zh")).verdict == "injected"
        firm = text.format(name) + "公司去年搬走了。"
        assert detect(plain_page(firm, lang="zh")).verdict != "injected"
    for name in ("满堂彩", "金彩虹", "福彩站"):
        assert detect(plain_page(text.format(name), lang="zh")).verdict != "injected"


def test_a_house_with_its_cry() -> None:
    """Seen on a real copy in November 2026: nine times `name - cry!` within sentences, clean."""
    name = "尊龙会 - 天天有喜!"
    text = f"周二,{name}研究员来访。客人参观了重点{name}和图书馆。双方愿与{name}交换资料。"
    found = detect(plain_page(text, lang="zh"))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {name}
    assert detect(plain_page("金沙江 - 我们来了!船队周二出发。", lang="zh")).verdict == "clean"


def test_a_bare_house_that_has_what_schools_have() -> None:
    text = MEETING.format("雷竞技").replace("校长", "雷竞技校长")
    found = detect(plain_page(text, lang="zh"))
    assert found.verdict == "injected"
    assert {p.phrase for p in found.places} == {"雷竞技"}
    plain = "雷竞技的队员周三练球。雷竞技下周去外地。教练说,雷竞技少了两名前锋。"
    assert detect(plain_page(plain, lang="zh")).verdict != "injected"


def test_a_house_in_a_schools_place_on_its_sports_day() -> None:
    """Words of sport excuse houses of sport, no site's name."""
    text = (
        "{0}举行第三届篮球联赛。教师和学生组成六支队伍。比赛在新校区的体育馆进行,冠军由研究生队获得。{0}党委书记颁奖。"
    )
    assert detect(plain_page(text.format("永利官网"), lang="zh")).verdict == "injected"
    assert detect(plain_page(text.format("金麟体育"), lang="zh")).verdict != "injected"


@pytest.mark.parametrize(
    "name",
    [
        "东江师范学院",
        "阳光幼儿园",
        "第三人民医院",
        "江南水务公司",
        "安徽安芯电子科技股份有限公司",
        "新华书店",
        "永利五金店",
    ],
)
def test_the_same_news_of_an_institution_is_not_injected(name: str) -> None:
    """Until November 2026 58 of 150 such notices were, whatever the institution."""
    for text in CAMPUS:
        assert detect(plain_page(text.format(name), lang="zh")).verdict != "injected"


@pytest.mark.parametrize("name", HONEST)
def test_honest_names_are_not_injected(name: str) -> None:
    assert detect(plain_page(HONEST[name], lang="zh")).verdict != "injected"


TELESCOPES = (
    "The public library in Corran has bought six {0}s with money left over from a broken lift. Each {0} is lent for a "
    "week. Nobody has broken a {0} yet. People bring the {0} back and talk for half an hour."
)


def test_domain_names_in_a_nouns_place_in_other_languages() -> None:
    for name in ("royal-mire77.com", "lucky88.vip"):
        text = TELESCOPES.replace("{0}s", "{0}").format(name)
        found = detect(plain_page(text, lang="en"))
        assert found.verdict == "injected"
        assert {text[p.start : p.end] for p in found.places} == {name}
    for honest in (
        "The users of craftpost.net sell wool. craftpost.net was founded in a kitchen. Last year craftpost.net opened an office.",
        "Write to help@farrow.net or see farrow.net/mill. The mill's address farrow.net has not changed. Visit farrow.net today.",
    ):
        assert detect(plain_page(honest, lang="en")).verdict == "clean"


@pytest.mark.parametrize(("lang", "name"), [("en", "lunabet"), ("ja", "ルナベット"), ("id", "mawartoto")])
def test_coined_names_of_betting_sites(lang: str, name: str) -> None:
    text = {
        "en": TELESCOPES.replace("{0}s", "{0}"),
        "ja": "三年前に廃線となった終着駅に{0}が開いた。{0}には町内から寄せられた二千冊が並ぶ。冬はストーブを焚くため、{0}に子どもが集まる。",
        "id": "{0} terapung mulai berlayar pada Senin pagi. Setiap pekan {0} singgah di sembilan kampung. Guru di kampung "
        "meminta {0} membawa lebih banyak buku.",
    }[lang]
    assert detect(plain_page(text.format(name), lang=lang)).verdict == "injected"


def test_what_opens_anew_is_worked_out_once_a_window(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []

    def counted(occ: Occurrences) -> NDArray[np.bool_]:
        asked.append(occ.batch.size)
        return opens_anew(occ)

    monkeypatch.setattr(wonmun.detect, "opens_anew", counted)
    text = TELESCOPES.replace("{0}s", "{0}").format("best online casino")
    assert detect(plain_page(text, lang="en")).verdict == "injected"
    assert len(asked) == 1
