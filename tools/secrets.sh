#!/bin/sh
# Makes what `docker compose` mounts, once: the password of Neo4j (secrets/neo4j_auth for Neo4j, secrets/neo4j_password for
# the service), the token of /metrics, and the folders for the issuer's keys, the declarations and the data.
set -eu
umask 022
mkdir -p secrets oidc sources data
# Only the folder is closed: in its container the service reads the files as another user.
chmod 700 secrets
drawn() { od -An -N24 -tx1 /dev/urandom | tr -d ' \n'; }
[ -s secrets/metrics_token ] || drawn >secrets/metrics_token
[ -s secrets/neo4j_auth ] && [ -s secrets/neo4j_password ] && exit 0
password=$(drawn)
printf 'neo4j/%s' "$password" >secrets/neo4j_auth
printf '%s' "$password" >secrets/neo4j_password
