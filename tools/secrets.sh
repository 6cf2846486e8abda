#!/bin/sh
# Makes the password of the containers' Neo4j once: secrets/neo4j_auth for Neo4j, secrets/neo4j_password for the service.
set -eu
[ -s secrets/neo4j_auth ] && [ -s secrets/neo4j_password ] && exit 0
umask 022
mkdir -p secrets
# Only the folder is closed: in its container the service reads the file as another user.
chmod 700 secrets
password=$(od -An -N24 -tx1 /dev/urandom | tr -d ' \n')
printf 'neo4j/%s' "$password" >secrets/neo4j_auth
printf '%s' "$password" >secrets/neo4j_password
