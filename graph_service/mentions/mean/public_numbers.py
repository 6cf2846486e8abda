"""Numbers that answer for everybody: hotlines, orders, counters; by their shape or by the words around them."""

import re

_NEAR = 14  # signs around a number that can tell what it is for
_SERVICE = re.compile(r"1[0-2]\d|1[0-2]\d{3}|0\d{2,3}-1[0-2]\d{3}|9[56]\d{3,6}|100\d{2}|[48]00\d{7}")
_MOBILE = re.compile(r"1[3-9]\d{9}")
_CLAUSE = re.compile(r"[。;；!！?？\n]")
_ORDERED = (
    r"订[餐位座票房菜]|点餐|外卖|送[餐水气货]|预[订约]|客服|热线|前台|总机|售后|报修|抢修|维修|叫车|约车|团购|招商|售楼"
    r"|服务电话|咨询电话|投诉电话|监督电话|举报电话|值班电话|[送订]水"
)
_SHOP = r"(?:店|馆|楼|餐厅|酒家|农家乐|物业|超市|诊所|药房|药店|门市)(?:的|里)?(?:服务|联系)?(?:电话|座机|号码)(?:号码)?[是为:]?\(?$"
_OFFICE = (
    r"(?:局|所|中心|大厅|窗口|办公室|值班室|服务台|服务站|医院|学校|银行|公司|村委会|居委会|政府|街道办?)(?:的)?(?:服务|联系|办公|值班)?"
    r"(?:电话|座机|号码)(?:号码)?[是为:]?\(?$"
)
_BEFORE = re.compile(rf"(?:{_ORDERED})[^,，、]*$|{_SHOP}")
_BEFORE_LINE = re.compile(
    rf"(?:{_ORDERED}|咨询|拨打|[让叫]我?们?(?:去|再)?[打拨找])[^,，、]*$|{_SHOP}|{_OFFICE}|公[布开示]的?(?:电话|号码)[是为:]?$"
)
_AFTER = re.compile(rf"(?:这个|的)?(?:{_ORDERED})")
_AFTER_LINE = re.compile(
    rf"(?:这个|的|一直|总是)?(?:{_ORDERED}|[让叫](?:我|俺|咱)?们?(?:去|再)?[打拨找]|转接|转到|咨询|查询|投诉|反映|问[^题])"
)


def is_service(number: str) -> bool:
    """Return whether the shape alone makes it a number of a service, such as 12345 or 4001234567."""
    return _SERVICE.fullmatch(number) is not None


def is_public(text: str, start: int, end: int, number: str) -> bool:
    """Return whether the number is one to call for service: by its shape, or as the words beside it tell.

    A mobile number needs words of a trade; who is told to call a line at an office (让打 …, 咨询 …) speaks of no person.
    """
    if is_service(number):
        return True
    is_mobile = _MOBILE.fullmatch(number) is not None
    before = _CLAUSE.split(text[max(0, start - _NEAR) : start])[-1]
    after = text[end : end + _NEAR]
    first, then = (_BEFORE, _AFTER) if is_mobile else (_BEFORE_LINE, _AFTER_LINE)
    return first.search(before) is not None or then.match(after) is not None
