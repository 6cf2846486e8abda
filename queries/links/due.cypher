// title: Whether something was stirred since links were last proposed, and whether texts are to be read before
// params: none
// returns: due, texts
// scope: system
RETURN EXISTS { (:LinkRun) } AND (EXISTS { (:Stirred) } OR EXISTS { (:Stirring) }) AS due,
  EXISTS { (:Mention) } AND EXISTS { (:Stirred&Matter) } AS texts
