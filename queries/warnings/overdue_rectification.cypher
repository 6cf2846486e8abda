// title: Rectification overdue 整改逾期
// params: on
// returns: many, matters, facts
// scope: part
// because: Problems that are due and not rectified: {number}, the first of them since {oldest}
// because_zh: {number}个问题逾期未完成整改，其中最早应于{oldest}完成
// weight: 2
// most: 6
UNWIND near AS each
WITH each.matter AS m
WHERE each.is_overdue
WITH collect(m) AS matters, min(m.due_on) AS oldest
WHERE size(matters) > 0
RETURN size(matters) AS many, matters, {number: size(matters), oldest: toString(oldest), on: $on} AS facts
