"""Words that point outside the question: taken out, put right, or a reason not to ask."""

from __future__ import annotations

import re

#: leads that join a sentence to the one before: they go, and their comma with them
LEAD = re.compile(
    r"(?:[一二三四五六七八九十]、|其次|首先|再次|最后|不过|惟|唯|然而|但是|但|而且|而|并且|并|此外|另外|同时|与此同时|因此|所以|因而|于是|其中|另一方面|一方面|据悉|据了解|(?:经)?初步(?:核算|统计|测算)|经(?:查|测算|统计|核算)|据(?:测算|统计|介绍)|据报道|据报|"
    r"报道称|值得注意的是|值得一提的是|事实上|实际上|此前|此后|随后|之后|目前|现时|眼下|截至目前|至今|总的来看|具体来看|具体而言|也就是说|例如|比如|比如说|"
    r"当时|最终|结果(?!表明|显示|发现|出炉|公布|揭晓|证明|为|是)|对此|为此|至于|可见|总之|相比之下|相较之下|我认为|我觉得|我想|我相信|我们看到|很明显|应该来说|另据|又|也|还|则|更|就|却|且)(?:，)?"
)
#: passing words of time that can be left out without harm
PASSING = re.compile(
    r"在?(?:会|会议|发布会|记者会|活动|仪式|论坛|节目|声明|讲话|演讲|采访|受访|致辞|报告)(?:上|中|后|期间)(?=[表指宣说称强透坦回重发介，])，?|(?:当地时间|北京时间|台北时间|香港时间|美东时间|格林尼治时间|日前(?!夕)|近日(?!来)|近期(?!内)|最近(?!一|几|的一)|刚刚|届时|席间)的?"
)
#: words for the time of writing: a day stands in for them where the article has one
NOW = re.compile(r"(?:截至|截止|到|直到)?(?:目前|现在|现时)(?:为止)?|如今|当前|现行|至今|迄今(?:为止)?")
#: a clause that holds one of these is a part torn off: the rest came before
TORN = frozenset(
    "虽 虽然 尽管 固然 不仅 不但 便 就 才 竟 反而 从而 进而 以此 藉此 借此 趁机 从中 顿时 随之 旋即 继而 这才".split()
)
#: of those, the ones that a day in front explains: 早在2016年12月，…便已动工
SINCE_THEN = frozenset(["便", "就"])
#: adverbs that link to what was said before; the clause is whole without them
LINKS = frozenset(
    ["因此", "由此", "又", "也", "还", "则", "却", "亦", "并", "随即", "随后", "再次", "再度", "同样", "更是"]
)
#: of those, the ones that a clause loses without changing its sense
ALSO = frozenset(["也", "还", "则", "亦", "却", "同样", "因此", "由此", "更是"])
#: what came of something told before
FOLLOWS = frozenset("由此 因此 遂 乃 故 据此 为此 于是 随即 借此 藉此".split())
#: what has no sense outside its paragraph
POINTS = re.compile(
    r"现年(?![\d一二三四五六七八九])|^(?:所属|旗下|生前|麾下|名下)|，(?:所属|旗下|生前|麾下|名下)|这|那(?!斯|不勒|霸|曲|么)|该(?!国央行)|(?<![因为对据从到由至在])此(?!外)|其(?!他|它|实|余|次)|他(?!国|人|日|乡|山)|她|它|我(?!国)|您|你|咱|双方|(?<![国美中日韩俄英法德印欧朝])两国|两人|两者|三方|各方|对方|前者|后者|上述|同日|同年|同月|同期(?=[^，。]{0,8}[达為为是增降升])|同一天|"
    r"当天|当日|当年|当月|当地|翌日|次日|次年|前一|后一|上一|下一|本次|本届|本月|本周|本年|本赛季|整个(?:过程|事件|行动|项目)|上一?个?(?:财年|会计年度|财政年度|学年|赛季)|上季|本国|本地|本市|本省|本台|本报|今次|今届|上届|昨|前[日天](?![本产])|今天|今日|今晨|今晚|明天|明日|明年|去年|前年|今年|上月|上周|下周|下月|以下|如下|如此|"
    r"记者获悉|一是|二是|(?<![及含\d岁人元%成倍级])以上|(?<![\d月第])(?:[一二三四五六七八九十两数几]+|\d{1,2})(?:年|天|个月|周|小时|日)(?:之|以)?[后前](?!来)|另(?!类)|其余|一同|彼此|自己"
)
CONDITIONAL = re.compile(r"如果|假如|倘若|假设|若(?!干|望|是非|隐)|一旦|除非|只要|要是|的话(?![题语剧音筒])|否则")
UNCERTAIN = re.compile(
    r"在即|上修|下修|可能|或许|也许|恐怕|恐将|预计|预期|预估|预料|预测|估计|料将|料会|有望|可望|看好|上看|或将|或会|拟(?!定|议)|打算|希望|考虑|据传|传闻|疑似|似乎|好像|大概|目标|应该|应当|必须|需要|能否|是否|呼吁|要求|建议|主张|争取|力争|期望|期待"
)
NEGATED = frozenset(
    [
        "不",
        "没",
        "没有",
        "未",
        "并未",
        "尚未",
        "不会",
        "不能",
        "无法",
        "不得",
        "并非",
        "绝不",
        "从未",
        "未能",
        "不是",
        "不再",
        "无",
        "非",
        "否认",
        "不愿",
        "不想",
        "不可能",
    ]
)
QUESTION = re.compile(r"[？?]|为何|为什么|是不是|难道")
ANY = re.compile(r"谁|什么|多少|几(?=[个位次年天名项轮家])|哪")
