// title: The register of interventions, newest first: one's own records, and those on matters that one reads for who reads the register
// params: viewer_audiences, viewer_officer, viewer_classes
// returns: Intervention
// scope: own
// tie: row.by, row.id
// filter by String: row.by = $by -- Records of the officer of this number 被过问人
// filter way [InterventionWay!]: row.way IN $way -- Ways in which was asked 过问方式
// filter from Date: row.asked_on >= $from -- Asked on this day or later 过问起始
// filter to Date: row.asked_on <= $to -- Asked on this day or earlier 过问截止
// filter matter ID: row.matter.uid = $matter -- Records on this matter 过问所涉事项
// order NEWEST: row.at DESC -- Newest record first
MATCH (k:Intervention)
WHERE is_of_register(k)
INTERVENTION_
WHERE true
