from collections import Counter


def explore(plans, free):
    ends = Counter()
    for who, plan in plans.items():
        step = plan[:1]  # "a" takes lock a, "A" frees it
        if step in free or step.isupper():
            rest = plans | {who: plan[1:]}
            ends += explore(rest, free ^ {step.lower()})
    stuck = any(plans.values())
    return ends or Counter(["stuck" if stuck else "fine"])


for p in ("abBA baAB", "abBA abBA", "abBA bcCB caAC"):
    plans = dict(enumerate(p.split()))
    ends = explore(plans, {*"abc"})
    print(p, ends["stuck"], "of", ends.total(), "stuck")
