// title: How much the graph holds
// params: none
// returns: nodes, links
RETURN COUNT { () } AS nodes, COUNT { ()-->() } AS links
