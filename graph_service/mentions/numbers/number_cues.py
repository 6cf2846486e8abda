"""Words beside a number that tell what it is."""

import re

ID_CUE = re.compile(r"身份证|身份号码|证件|公民身份")
PHONE_CUE = re.compile(
    r"电话|手机|拨打|热线|联系|致电|来电|号码|使用|传真|[打拨]$|微信|同号|座机|名片|传单|小?广告|小?卡片"
)
ACCOUNT_CUE = re.compile(
    r"账[号户]|帐[号户]|卡号|银行|卡[(:]|转入|汇入|打入|户头|户口|存折|卡里|[的人张行]卡$|收款|打到|转到"
)
MONEY_CUE = re.compile(r"[转打汇存付]|进了|[钱款卡]|尾号|工资|报酬|劳务费")
OTHER_NUMBER = re.compile(r"编[号码]|[单票案文序批]号|合同|订单|运单|快递|流水|发票|条码|凭证|[项档]目")
FUEL_CUE = re.compile(r"油卡|加油")
_NEAR = 10


def has_cue(cue: re.Pattern[str], text: str, start: int) -> bool:
    """Return whether such a word stands shortly before a place of a text."""
    return cue.search(text, max(0, start - _NEAR), start) is not None
