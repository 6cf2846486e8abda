// title: Keep what came of an alert at a desk; the earlier check is retired, not overwritten
// params: check, at
// returns: nothing
// scope: system
// A check names its alert and its matter by their uids: both may go with their source and come back.
CALL () {
  MATCH (before:AlertCheck {standing: $check.alert})
  SET before.retired_at = datetime($at)
  REMOVE before.standing
}
CREATE (k:AlertCheck {uid: $check.uid})
SET k += $check, k.at = datetime($at), k.standing = $check.alert
