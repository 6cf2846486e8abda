// title: What of one kind has the sought value in one field
// params: values
// returns: n, field
// scope: part
    WITH $values[place] AS sought MATCH (n:LABEL_ {FIELD_: sought}) RETURN n, 'FIELD_' AS field
