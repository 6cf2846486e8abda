// title: Version and edition of the server
// params: none
// returns: version, edition
CALL dbms.components() YIELD name, versions, edition
WITH versions[0] AS version, edition WHERE name = 'Neo4j Kernel'
RETURN version, edition
