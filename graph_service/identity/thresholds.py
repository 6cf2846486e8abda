"""From which score on something becomes of a pair: the one place of these numbers; what a likeness weighs is in the model.

At and above DEFAULT_THRESHOLD a pair is merged without a person. From QUEUE_FROM to the threshold a person is asked, about
the MOST_ASKED likeliest candidates of one record. Below LEAST_SCORE a pair is not worth a person's time. AMONG_KNOWN is how
often somebody whom a ledger names is among the people known with a strong identifier. Two people under one number score
EVEN: either the number or the name is wrong, and the row does not say which.
"""

DEFAULT_THRESHOLD = 0.9
QUEUE_FROM = 0.05
LEAST_SCORE = 0.02
MOST_ASKED = 10
AMONG_KNOWN = 0.95
EVEN = 0.5
