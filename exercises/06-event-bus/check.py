"""Checks of “A bus that keeps nobody”."""

from lab.grading import check, collector_off, expect, growth, life, require, require_freed


class Window:
    """A subscriber that writes down what it is told."""

    def __init__(self, name, log):
        self.name = name
        self.log = log

    def update(self, event):
        """Write the event down."""
        self.log.append((self.name, event))


def writer(name, log):
    """A function that writes down what it is told."""

    def write(event):
        log.append((name, event))

    return write


@check(points=1)
def calls_in_order(answer):
    """Functions and methods that live are called once for each event, in their order."""
    log = []
    bus = answer.EventBus()
    f, window, g = writer("f", log), Window("window", log), writer("g", log)
    bus.subscribe(f)
    bus.subscribe(window.update)
    bus.subscribe(g)
    bus.emit(1)
    expect(
        log, [("f", 1), ("window", 1), ("g", 1)], "the calls of emit(1) for f, window.update and g"
    )
    bus.emit(2)
    expect(log[3:], [("f", 2), ("window", 2), ("g", 2)], "the calls of emit(2)")


@check(points=1)
def can_be_ended(answer):
    """After unsubscribe a function or a method is not called any more."""
    log = []
    bus = answer.EventBus()
    f, window, other = writer("f", log), Window("window", log), Window("other", log)
    for subscriber in (f, window.update, other.update):
        bus.subscribe(subscriber)
    bus.unsubscribe(window.update)
    bus.emit(1)
    expect(
        log, [("f", 1), ("other", 1)], "the calls of emit(1) after window.update was unsubscribed"
    )
    bus.unsubscribe(f)
    bus.emit(2)
    expect(log[2:], [("other", 2)], "the calls of emit(2) after f was unsubscribed too")


@check(points=3)
def keeps_nobody(answer):
    """A subscriber that nobody else holds is freed at once and not called, with the collector off."""
    with collector_off():
        for what, make, method in (
            ("a function", writer, None),
            ("a window with a method", Window, "update"),
        ):
            log = []
            bus = answer.EventBus()
            gone, stays = make("gone", log), make("stays", log)
            for subscriber in (gone, stays):
                bus.subscribe(getattr(subscriber, method) if method else subscriber)
            del subscriber
            bus.emit(1)
            subject = life(gone)
            del gone
            require_freed(
                subject,
                f"After `del`, {what} that was subscribed is still alive: something refers to it.",
            )
            bus.emit(2)
            expect(
                log[2:],
                [("stays", 2)],
                f"the calls of emit(2) after `del` of the first of two ({what})",
            )


@check(points=1)
def who_is_called_may_leave(answer):
    """A subscriber that unsubscribes while it is called does not cost another its call."""
    log = []
    bus = answer.EventBus()

    def once(event):
        log.append(("once", event))
        bus.unsubscribe(once)

    f, g = writer("f", log), writer("g", log)
    for subscriber in (f, once, g):
        bus.subscribe(subscriber)
    bus.emit(1)
    expect(
        log,
        [("f", 1), ("once", 1), ("g", 1)],
        "the calls of emit(1), where `once` unsubscribes itself,",
    )
    bus.emit(2)
    expect(log[3:], [("f", 2), ("g", 2)], "the calls of emit(2)")


@check(points=1)
def keeps_nothing_of_them(answer):
    """100 subscribers that came and went leave nothing behind after the next event."""
    bus = answer.EventBus()
    log = []

    def batch():
        windows = [Window(number, log) for number in range(100)]
        for window in windows:
            bus.subscribe(window.update)
        del window, windows
        bus.emit("again")

    kept = growth(batch)
    expect(log, [], "the calls of subscribers that were gone")
    require(
        kept < 1000,
        f"The second 100 subscribers that came and went left {kept:,} bytes behind, expected fewer than 1,000.",
        numbers=[("bytes left by 100 subscribers", kept, 1000, "B", "less")],
    )
