// title: pairs of nodes that may be one
CREATE CONSTRAINT identitycandidate_uid IF NOT EXISTS FOR (n:IdentityCandidate) REQUIRE n.uid IS UNIQUE
CREATE CONSTRAINT identityjudgement_uid IF NOT EXISTS FOR (n:IdentityJudgement) REQUIRE n.uid IS UNIQUE
