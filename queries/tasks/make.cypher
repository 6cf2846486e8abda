// title: Keep a new task, as its first step makes it
// params: task, at
// returns: nothing
// scope: system
CREATE (t:Task {uid: $task.uid})
SET t += $task, t.made_at = datetime($at)
