// title: How many payments a record of their own describes
// params: none
// returns: payments
MATCH (n:SubsidyPayment)
WHERE n.stub IS NULL
RETURN count(n) AS payments
