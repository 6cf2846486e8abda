// title: Accounts
// params: viewer_audiences
// returns: Account
// scope: shared
// filter id ID: n.KEY_ = $id -- The accounts with this id Account 标识
// filter number String: n.account_number = $number -- Number of the account 银行账号
// filter user ID: EXISTS { (n)<-[a:USES_ACCOUNT]-(u:Unit|Person {uid: $user}) WHERE visible(a, u) } -- Accounts that this person or unit uses 账户使用人
MATCH (n:Account)
WHERE visible(n)
