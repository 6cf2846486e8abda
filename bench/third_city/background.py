"""Forms of the matters of the background: channel, kind of problem, text."""

BACK = (
    ("XF", "LAND", "{u}辖区内有人占用道路边沟堆放建材，多次反映，至今没有清理，请有关部门查看。"),
    ("XF", "WORK_ATTITUDE", "到{u}办事，工作人员说材料不全又不一次说清，来回跑了{n}趟。"),
    ("XF", "DERELICTION", "{u}对{n}号院安全隐患排查不到位，墙体开裂已一年有余。"),
    ("XF", "SUBSIDY", "{u}补贴名单没有公示，我家{n}亩地少报了，要求核对。"),
    ("PM", "PROPERTY_MGMT", "小区{n}号楼楼道灯不亮，请{u}协调物业尽快维修。"),
    ("PM", "WORK_ATTITUDE", "咨询{u}窗口业务，电话拨打{n}次无人接听。"),
    ("PM", "ENVIRONMENT", "夜间施工噪声扰民，{u}回复已处理，但第{n}天又开始。"),
    ("PM", "FORMALISM", "{u}要求填报{n}份重复报表，基层负担较重，建议精简。"),
    ("SJ", "ARREARS", "{u}往来款项清理不及时，{n}万元长期挂账。"),
    ("SJ", "BUDGET", "{u}年初预算编制不够细化，{n}万元项目支出未明确到具体单位。"),
    ("SJ", "ASSET_MGMT", "{u}固定资产账实不符，{n}件资产未粘贴标签。"),
    ("SJ", "INTERNAL_CONTROL", "{u}内部控制制度未及时修订，{n}项业务缺少流程图。"),
    ("XC", "FORMALISM", "{u}学习贯彻不够深入，{n}次中心组学习以传达文件代替研讨。"),
    ("XC", "ORGANISATION", "{u}支部组织生活不规范，{n}次会议记录内容雷同。"),
    ("PZ", "DERELICTION", "反映{u}有关人员工作不负责任，{n}件群众诉求逾期未办结。"),
    ("PZ", "DINING", "反映{u}有关人员接受吃请，涉及{n}人次。"),
)
