// title: audiences, loads, links and their parts
CREATE CONSTRAINT migration_version IF NOT EXISTS FOR (n:Migration) REQUIRE n.version IS UNIQUE
CREATE CONSTRAINT audience_number IF NOT EXISTS FOR (n:Audience) REQUIRE n.number IS UNIQUE
CREATE CONSTRAINT load_uid IF NOT EXISTS FOR (n:Load) REQUIRE n.uid IS UNIQUE
CREATE CONSTRAINT rejectedrow_uid IF NOT EXISTS FOR (n:RejectedRow) REQUIRE n.uid IS UNIQUE
CREATE CONSTRAINT sourcerecord_uid IF NOT EXISTS FOR (n:SourceRecord) REQUIRE n.uid IS UNIQUE
CREATE CONSTRAINT link_uid IF NOT EXISTS FOR (n:Link) REQUIRE n.uid IS UNIQUE
