"""Sentences of no city: the kinds of problem that they tell, and near misses that tell none."""

import pytest

from graph_service.mentions.find.problems import find_problems
from graph_service.mentions.text.folded import fold_text
from graph_service.mentions.text.mention import SURE_FROM, MentionKind
from schema.vocabulary import Problem
from tests.unit.mentions.small import find

TOLD = [
    ("VEHICLE_PRIVATE_USE", "清明节那天县水务局的车停在公墓门口,一家人下车扫墓"),
    ("VEHICLE_PRIVATE_USE", "副乡长把执法车当成自家代步工具"),
    ("VEHICLE_PRIVATE_USE", "抽查行车轨迹发现公务用车双休日多次出现在景区"),
    ("VEHICLE_PRIVATE_USE", "所长长期占用辖区企业的一辆越野车,该车辆由企业无偿使用改为其个人长期占用"),
    ("PRIVATE_CAR_PUBLIC_FUEL", "主任拿公家油卡给老婆的车加满了油"),
    ("PRIVATE_CAR_PUBLIC_FUEL", "其私家车保险费在本单位报销"),
    ("PRIVATE_CAR_PUBLIC_FUEL", "单日加油量超油箱容积,疑似加油卡套现"),
    ("PRIVATE_CAR_PUBLIC_FUEL", "个别驾驶员用加油卡换购便利店商品"),
    ("DINING", "镇里几个干部工作日中午在农家乐喝酒划拳"),
    ("DINING", "三次公务接待均没有公函,其中一次饮用茅台"),
    ("DINING", "局班子成员接受开发商宴请后还去唱歌"),
    ("DINING", "将餐饮费分解到所属二级单位报销"),
    ("GIFTS", "中秋前后,供货商给科长送来月饼和购物卡"),
    ("GIFTS", "用公款购买茶叶送礼"),
    ("GIFTS", "站长先后收下包工头的名烟名酒"),
    ("ALLOWANCE", "未经批准给班子成员自行发放通讯补助"),
    ("ALLOWANCE", "领导干部在国企兼职取酬"),
    ("ALLOWANCE", "工会经费超标准发放节日福利"),
    ("ALLOWANCE", "以考核奖名义变相发放奖金给干部职工"),
    ("WEDDING_FUNERAL", "嫁女时大摆酒席四十余桌,宾客多为下属"),
    ("WEDDING_FUNERAL", "母亲去世后办丧收受份子钱"),
    ("TRAVEL", "借党建活动之机到风景区观光,费用在单位报销"),
    ("TRAVEL", "外出学习途中绕道旅游两天"),
    ("OFFICE_SPACE", "院长一人占用两间办公室并设休息室"),
    ("FORMALISM", "村里一周要填十几张报表,基层干部忙于填表"),
    ("FORMALISM", "入户走访记录由他人代填,明显造假"),
    ("WORK_ATTITUDE", "办税大厅柜台后面没人,工作人员在里间聊天"),
    ("WORK_ATTITUDE", "上班期间有人在电脑上炒股"),
    ("WORK_ATTITUDE", "为了一个章我来回跑了五趟,答复每次都不一样"),
    ("EXTORTION", "不给红包就不办过户,大家只好认了"),
    ("EXTORTION", "执法队员向沿街商户变相要烟酒,不然就频繁检查"),
    ("EXTORTION", "对民营企业多头检查,随意处罚"),
    ("APPOINTMENT", "局里招聘临时人员时内定了人选"),
    ("APPOINTMENT", "其侄子未经考试入编"),
    ("ORGANISATION", "填报个人有关事项时漏报两套商铺"),
    ("ORGANISATION", "村委换届选举期间拉票贿选"),
    ("POLITICAL", "对上级决策部署打折扣、搞变通"),
    ("BRIBERY", "校长每订一套教辅就拿回扣"),
    ("BRIBERY", "索取承包商财物折合人民币"),
    ("FAVOUR_KIN", "村主任把公益岗给了自己的弟弟"),
    ("DIBAO", "家里开着小轿车还在领低保金"),
    ("DIBAO", "五保老人去世半年后仍有人领取供养金"),
    ("DIBAO", "临时救助款被经办人扣下一半"),
    ("SUBSIDY", "大户多报了两百亩稻谷面积"),
    ("SUBSIDY", "农机购置补贴被经销商和站长合伙骗取"),
    ("SUBSIDY", "粮补三年都没发到我们手上"),
    ("COLLECTIVE_ASSETS", "村支书私自把村里的老果园流转给外地人"),
    ("COLLECTIVE_ASSETS", "高速公路征地款到现在一分没给"),
    ("COLLECTIVE_ASSETS", "本村十年财务收支不公布"),
    ("TENDERING", "五家单位的投标文件由同一人制作,错别字都雷同"),
    ("TENDERING", "评标专家被人打招呼,中标单位早就内定"),
    ("TENDERING", "借用资质参与竞标"),
    ("CONTRACT_SPLIT", "为躲避招标,把一条渠道拆成六个小工程发包"),
    ("CONTRACT_SPLIT", "办公楼维修分解为多个合同,每个都压在限额以下"),
    ("CONTRACT_SPLIT", "全年与同一家连续签订零星修缮协议"),
    ("PROCUREMENT", "电脑采购价格虚高,远高于市场"),
    ("PROCUREMENT", "应当政府采购的办公家具由主任自己买"),
    ("ENGINEERING", "通村公路水泥厚度不够,半年就开裂"),
    ("ENGINEERING", "中标后层层转包"),
    ("PROPERTY_MGMT", "小区消防设施瘫痪,物业只收钱不管事"),
    ("PROPERTY_MGMT", "业主大会没开,公共收益去了哪里"),
    ("PROPERTY_MGMT", "外墙瓷砖脱落,想动用维修基金却批不下来"),
    ("SCHOOL_MEALS", "孩子在学校吃不饱,饭菜里有虫"),
    ("SCHOOL_MEALS", "配送公司给学校食堂供应变质肉"),
    ("SCHOOL_MEALS", "营养改善计划资金被学校用来发奖金"),
    ("MEDICAL", "医生要产妇家属塞红包"),
    ("MEDICAL", "用参保人的卡挂床住院骗取医保基金"),
    ("LAND", "在基本农田上盖起两层楼"),
    ("ENVIRONMENT", "养猪场粪便直接排入河道,恶臭难闻"),
    ("SPECIAL_FUND", "衔接资金在账上趴了一年"),
    ("SPECIAL_FUND", "村里建的冷库一直闲置,长草了"),
    ("SPECIAL_FUND", "编造项目材料骗取奖补资金"),
    ("SLUSH_FUND", "停车场租金不入账,由会计个人账户收取"),
    ("FALSE_EXPENDITURE", "找来假发票冲抵招待开支"),
    ("FALSE_EXPENDITURE", "编造培训名单套取经费"),
    ("ASSET_MGMT", "处置报废设备未评估,造成国有资产流失"),
    ("ARREARS", "施工队的欠款拖了四年"),
    ("INTERNAL_CONTROL", "会计与出纳由一人兼任"),
    ("MAJOR_DECISION", "局长一言堂,重大开支个人说了算"),
    ("RECTIFICATION", "巡察反馈的三个问题至今未动"),
    ("RECTIFICATION", "整改敷衍应付,只改了文件"),
    ("GAMBLING", "多次参与赌博被派出所处理"),
    ("LIFE", "与有夫之妇保持不正当男女关系"),
    ("DERELICTION", "对辖区内黑作坊视而不见"),
    ("ABUSE_OF_POWER", "插手经济纠纷案件,给办案民警打招呼"),
    ("THREE_PUBLIC", "三公经费连年超支"),
    ("VEHICLE_PRIVATE_USE", "财政所长经常开着镇政府的车去打球"),
    ("PRIVATE_CAR_PUBLIC_FUEL", "单位只有两台车,全年汽油费却高达二十多万"),
    ("DINING", "镇干部下村检查每次都要村里安排酒席"),
    ("GIFTS", "收了两箱白酒三条中华"),
    ("ALLOWANCE", "退休后在企业任顾问每月领取报酬未经批准"),
    ("SUBSIDY", "我家的退耕款被村会计领走了"),
    ("COLLECTIVE_ASSETS", "村上卖树的钱哪去了"),
    ("TENDERING", "三家投标公司的保证金出自同一账户"),
    ("CONTRACT_SPLIT", "把大项目打散成若干小项目交给同一老板"),
    ("SCHOOL_MEALS", "中学饭堂外包给了校长亲戚"),
    ("EXTORTION", "办个营业执照要先请他们吃一顿"),
    ("PROPERTY_MGMT", "楼上渗水没人修,大修基金被物业花光了"),
    ("SPECIAL_FUND", "上面拨的修渠款被镇里拿去还债"),
]
SILENT = [
    "经核查,未发现公车私用问题",
    "反映其违规吃喝的问题不属实",
    "有关人员对此解释不清,未见集体研究记录",
    "账目从来没有公开过,希望严肃处理",
    "这位局长的车是自己买的",
    "公交公车站牌歪了没人修",
    "周末带孩子去公园散步",
    "单位食堂今天吃面条",
    "向市医保局递交了材料",
    "区采购中心主任姓李",
    "我在加油站排队等了很久",
    "他儿子去年结婚了",
    "老师给学生送了一本书",
    "该项目已按期完工并通过验收",
    "希望不要把材料转回原单位",
    "没有收受礼金",
    "严禁公款旅游,通知已下发",
    "文化旅游局办公室主任负责接待来访群众",
    "感谢工作人员热情服务",
    "具体细节可以当面说明,有照片为证",
    "请问新生儿落户需要带哪些材料",
    "咨询公交线路调整后首末班时间",
    "人行道地砖松动,老人走路容易摔倒",
    "路灯晚上不亮,希望尽快修好",
    "春节前我向社区表示想参加志愿活动",
    "网格员每天上门排查,非常辛苦",
    "局长到企业调研并召开座谈会",
    "他在医院检查后回家休养",
    "孩子今年上小学,想了解学区划分",
    "请帮忙办理居住证签注",
    "公司购买了两台电脑用于办公",
    "老板给工人发了工资",
    "学校组织学生参观博物馆",
    "我的身份证丢了,怎么补办",
    "该同志任现职以来表现良好",
    "村里新修了文化广场,大家都来跳舞",
    "会议传达学习了全会精神",
    "经与您电话沟通,相关情况已作说明",
    "工程已经开工,预计年底通车",
    "单位组织职工体检",
    "他的朋友在银行工作",
    "请尽快答复,我的联系电话没有变",
    "镇政府旁边新开了一家饭店",
    "他开自己的车去加了一次油",
]
SEVERAL = [
    ("副镇长接受老板宴请,又收下两条名烟", {"DINING", "GIFTS"}),
    ("民政办主任向低保户索要好处,还用公车接送孙女上学", {"DIBAO", "EXTORTION", "VEHICLE_PRIVATE_USE"}),
    ("把校园餐食材拆分采购规避招标,收受供货商回扣", {"SCHOOL_MEALS", "CONTRACT_SPLIT", "BRIBERY"}),
]


def told(text: str) -> set[Problem]:
    return {span.kind for span in find_problems(fold_text(text).text) if span.certainty >= SURE_FROM}


@pytest.mark.parametrize(("kind", "text"), TOLD)
def test_a_sentence_tells_its_kind(kind: str, text: str) -> None:
    assert Problem[kind] in told(text)


@pytest.mark.parametrize("text", SILENT)
def test_a_near_miss_tells_nothing(text: str) -> None:
    assert told(text) == set()


@pytest.mark.parametrize(("text", "kinds"), SEVERAL)
def test_several_kinds_are_told_where_there_are_several(text: str, kinds: set[str]) -> None:
    assert told(text) >= {Problem[kind] for kind in kinds}


def test_a_mention_quotes_the_words_as_the_text_writes_them() -> None:
    text = "据　反映,张伟用 公 车接送孩子"

    (mention,) = (one for one in find(text) if one.kind is MentionKind.PROBLEM)

    assert (mention.normal, mention.text, mention.referents) == ("VEHICLE_PRIVATE_USE", "公 车接送", ())
    assert text[mention.start : mention.end] == mention.text


def test_a_kind_beside_them_leaves_the_other_mentions_as_they_are() -> None:
    mentions = find("云江市教育局局长张伟逢年过节收受老板红包2万元")

    assert {one.kind for one in mentions} >= {MentionKind.UNIT, MentionKind.PERSON, MentionKind.AMOUNT}
    assert [one.normal for one in mentions if one.kind is MentionKind.PROBLEM] == ["GIFTS"]


def test_no_quotation_holds_the_person_who_reports() -> None:
    text = "单位公车,有一次公车反映人李芳看见用于走亲访友"

    assert not [one for one in find(text) if one.kind is MentionKind.PROBLEM and "李芳" in one.text]


def test_open_words_stay_a_candidate() -> None:
    (span,) = find_problems("审核把关不严")

    assert (span.kind, span.certainty < SURE_FROM) == (Problem.DERELICTION, True)
