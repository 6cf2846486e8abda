"""A fictional city of 1.2 million people (or 100 thousand, or 5 thousand) as its source systems would export it.

`make_city` writes the files that `loaders/sources/city/*.yaml` declare, and `truth.json`. The same size and seed give
the same bytes. All names are invented; ids, codes, plates, cards and phones are valid in form and derived from an
index, so that none comes twice. Personal data of reporters is in no file.

Linkage rules, as `truth.json` judges them (its `rules` repeats these words; what more than 50 matters name, such as
the hotline or the administration building, makes no pair):

- same_person: both matters name the same person, in any role. `needs_identity` marks pairs in which a ledger gives
  only a name or a masked name, so that identity resolution has to come first.
- same_unit_same_problem: same subject unit (role SUBJECT_UNIT), same kind of problem, at most 731 days between the
  days on which the matters were received, found, asked or raised.
- same_project: both name the project, or one the project and the other a contract under it.
- same_contract: both name the contract.
- shared_phone, shared_account, shared_place, shared_vehicle: both name the thing, or one names the thing and the other
  a person or firm that a register ties to it (`via` says who); two holders of one thing are no pair by themselves.
- firm_control: one names a firm, the other a person with a share in it or an office of it.

Kin alone connect nothing: two matters that name an official and a relative whom the official reported, and share nothing
else, are near misses of the rule `kin`.

Story F3 has its exact figures (2,241 received, 2,095 solved) in the medium and the full city; the small city has
400 and 374, the same 93.5 per cent. For the full city `truth.json` lists planted pairs only (`complete` is false).
"""
