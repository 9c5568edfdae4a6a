"""Verbs that reach beyond their clause: to what is reported behind them, or to all before them as their subject."""

import re

#: verbs that take their subject from the clause before as a whole, not from its first noun
NOT_CHAINED = re.compile(
    r"^(?:显示|距离|距|导致|造成|使|令|让|引发|成为|其中|占|包括|是|为|约|达|折合|相当于|意味|相当|相比|比|较|以及|即|也就是|指出|说|称|表示)"
)
SAYS = re.compile(
    r"(?:表示|说|称|指出|认为|强调|透露|坦言|补充|回应|警告|呼吁|写道|解释|承认|宣布|宣称|重申|直言|相信|觉得|预测|预计|认定|裁定|判决|决定|同意|承诺|显示|公布|公告|议决|申报|通报|报告|判断|形容|感叹|笑言|断言|预言|回忆|评价|发现|报道|报导|披露|证实|主张|炮轰|抨击|痛批|批评|怒斥|斥责|指控|指责|质疑|声称|自称|扬言|怒轰|撰文|怒批|狠批|直斥|慨叹|感慨|力陈|谴责|喊话|反驳|辩称|解释|解读|分析|研判|推测|猜测|评论)(?:说|道)?$"
)
