// title: alerts of comparison models are matters like others
MATCH (a:Alert) WHERE NOT a:Matter SET a:Matter
