// title: states of sources, versions of rows, mentions
CREATE CONSTRAINT source_name IF NOT EXISTS FOR (n:Source) REQUIRE n.name IS UNIQUE
CREATE CONSTRAINT source_state_name IF NOT EXISTS FOR (n:SourceState) REQUIRE n.name IS UNIQUE
CREATE CONSTRAINT source_row_uid IF NOT EXISTS FOR (n:SourceRow) REQUIRE n.uid IS UNIQUE
CREATE CONSTRAINT mention_uid IF NOT EXISTS FOR (n:Mention) REQUIRE n.uid IS UNIQUE
