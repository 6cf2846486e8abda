// title: receipts of sealed rows
// earlier: 37255305674f1f6c, 26ee43f6235b1f11
// Two builds of 2026-11-23 gave the number 6 to what is step 7 now; the step of the model makes what such a graph lacks.
CREATE CONSTRAINT sealedreceipt_uid IF NOT EXISTS FOR (n:SealedReceipt) REQUIRE n.uid IS UNIQUE
