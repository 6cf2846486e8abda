// title: Have the server know every field of the model; it keeps no plan of a query that names one which nothing ever had
// params: fields
// returns: nothing
// scope: system
UNWIND $fields AS field
CALL db.createProperty(field)
