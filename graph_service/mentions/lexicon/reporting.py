"""Words for who made a report 举报人: one list for texts, signatures and the names of columns."""

REPORTS = "举报|检举|控告|投诉|信访|来信|来访|来电|反映|申诉|上访|求助|揭发|告发|来函|报案|爆料|具名|署名|落款|写信"
# 被举报人 is who the report is about.
WHO_REPORTS = rf"(?<!被)(?<!被实名)(?:{REPORTS})(?:人|者)"
