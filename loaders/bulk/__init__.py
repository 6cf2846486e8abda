"""The first load of a province: the records of `leadlink load`, written as files that Neo4j imports into an empty store."""
