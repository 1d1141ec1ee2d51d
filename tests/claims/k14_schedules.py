"""K14: of 20 orders in which two threads load, add and store, 18 lose an update; of 6 schedules of two locks taken in opposite order 2 are stuck; of 168 of three philosophers 6."""
# runs on: engine, python>=3.9


def orders(*left):
    """Yield every order in which threads can take so many steps each."""
    if not any(left):
        yield ()
    for thread, steps in enumerate(left):
        if steps:
            rest = (*left[:thread], steps - 1, *left[thread + 1 :])
            yield from ((thread, *order) for order in orders(*rest))


def total(order, threads, has_add):
    """Return what the threads' increments of one variable come to in this order."""
    variable, copies, done = 0, [0] * threads, [0] * threads
    for thread in order:
        step = done[thread] if has_add else (0, 2)[done[thread]]
        if step == 0:
            copies[thread] = variable + (not has_add)
        elif step == 1:
            copies[thread] += 1
        else:
            variable = copies[thread]
        done[thread] += 1
    return variable


def losing(threads, steps):
    """Return how many orders there are, and how many lose an update."""
    ends = [total(order, threads, steps == 3) for order in orders(*[steps] * threads)]
    return len(ends), sum(end != threads for end in ends)


def schedules(pairs, held=(), at=None):
    """Return how many schedules threads have that take and put two locks each, and how many get stuck."""
    at = at or (0,) * len(pairs)
    if all(step == 4 for step in at):
        return 1, 0
    found, stuck = 0, 0
    for thread, (first, second) in enumerate(pairs):
        if at[thread] == 4:
            continue
        lock = (first, second, second, first)[at[thread]]
        if at[thread] < 2 and lock in held:
            continue
        now = {*held, lock} if at[thread] < 2 else {*held} - {lock}
        later = schedules(pairs, now, (*at[:thread], at[thread] + 1, *at[thread + 1 :]))
        found, stuck = found + later[0], stuck + later[1]
    return (found, stuck) if found else (1, 1)


assert losing(2, 3) == (20, 18)
assert losing(2, 2) == (6, 4)
assert losing(3, 2) == (90, 84)
assert schedules(("ab", "ba")) == (6, 2), schedules(("ab", "ba"))
assert schedules(("ab", "ab"))[1] == 0
assert schedules(("ab", "bc", "ca")) == (168, 6), schedules(("ab", "bc", "ca"))
assert schedules(("ab", "bc", "ac"))[1] == 0
