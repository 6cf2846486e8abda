// title: Invoices
// params: viewer_audiences
// returns: Invoice
// scope: shared
// filter id ID: n.KEY_ = $id -- The invoices with this id Invoice 标识
// filter number String: n.invoice_number = $number -- Number of the invoice in the tax register 税务发票号码
// filter from Date: n.occurred_on >= date($from) -- Invoices of this day or later 发票起始
// filter to Date: n.occurred_on <= date($to) -- Invoices of this day or earlier 发票截止
// order NEWEST: n.occurred_on DESC date -- Newest first
// order OLDEST: n.occurred_on ASC date -- Oldest first
MATCH (n:Invoice)
WHERE visible(n)
