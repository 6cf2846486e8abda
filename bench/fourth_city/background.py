"""Forms of the matters of the background: channel, kind of problem, text."""

BACK = (
    ("XF", "LAND", "{u}那边有人在渠边盖了个彩钢房堆化肥，{n}天了没人管，请领导派人来看看。"),
    ("XF", "WORK_ATTITUDE", "去{u}盖个章，跑了{n}趟，一会说系统坏了一会说管章的下乡了，到底哪天在？"),
    ("XF", "DERELICTION", "{u}答应给我们巷子装路灯，说了{n}个月，天一黑老人不敢出门。"),
    ("XF", "SUBSIDY", "地力补贴公示上我家少了{n}亩，找{u}说以确权证为准，可确权证就是写对的。"),
    ("XF", "COLLECTIVE_ASSETS", "{u}的村集体机动地发包了{n}年没贴过账，村民想知道租金怎么用的。"),
    ("PM", "PROPERTY_MGMT", "楼上漏水找{u}调解，约了{n}次对方不来，屋顶都泡塌了一块。"),
    ("PM", "WORK_ATTITUDE", "咨询{u}业务，电话打了{n}遍没人接，接了又说不归他管。"),
    ("PM", "ENVIRONMENT", "{u}附近烧秸秆烧了{n}天，烟大得睁不开眼。"),
    ("PM", "FORMALISM", "{u}让填{n}张表，内容一模一样，能不能合并一下。"),
    ("PM", "OTHER", "走失的牛{n}头，问{u}有没有人捡到登记。"),
    ("SJ", "ARREARS", "{u}职工借款{n}笔超过一年未清收，未见催收记录。"),
    ("SJ", "BUDGET", "{u}年初预算执行率偏低，{n}个项目至年末支出不足一半。"),
    ("SJ", "ASSET_MGMT", "{u}报废电脑{n}台未按程序处置，实物堆放于地下室。"),
    ("SJ", "INTERNAL_CONTROL", "{u}出纳兼任档案保管，{n}份凭证缺少经办人签字。"),
    ("SJ", "THREE_PUBLIC", "{u}公务用车维修费{n}笔未附明细清单。"),
    ("XC", "FORMALISM", "{u}党建工作与业务“两张皮”，{n}份述职报告内容雷同。"),
    ("XC", "ORGANISATION", "{u}党员组织关系排查不彻底，{n}名党员长期未参加组织生活。"),
    ("XC", "APPOINTMENT", "{u}干部轮岗制度执行不到位，{n}名干部在同一岗位超过八年。"),
    ("XC", "DERELICTION", "{u}安全生产检查走过场，{n}份隐患台账无复查记录。"),
    ("PZ", "DERELICTION", "反映{u}有关人员办理群众事项拖延，{n}件超期的问题。"),
    ("PZ", "GIFTS", "反映{u}有关人员收受土特产{n}次的问题。"),
    ("PZ", "WORK_ATTITUDE", "反映{u}有关人员上班时间玩手机、脱岗{n}次的问题。"),
)
COUNT = 120
