// title: Lists of numbers to look up, so many values each
// params: many, rows, audiences
// returns: values
MATCH (p:Phone)
WHERE p.audience IN $audiences
WITH p LIMIT 20000
WITH p ORDER BY rand() LIMIT $many * $rows
WITH collect(p.phone_number) AS numbers
UNWIND range(0, size(numbers) / $rows - 1) AS place
RETURN numbers[place * $rows..(place + 1) * $rows] AS values
