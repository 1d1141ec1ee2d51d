"""Checks of “Find the line that leaks”."""

from itertools import count

from lab.grading import check, collector_off, expect, fail, growth, life, require, require_freed

NAMES = ("home", "news", "shop")


@check(points=1)
def answers_as_before(answer):
    """Pages, hits and recent names are what they were, and each page is made once."""
    made = []

    def make(name):
        made.append(name)
        return f"<h1>{name}</h1>"

    for number in range(30):
        name = NAMES[number % 3]
        page = answer.handle(answer.Request(number, name), make)
        expect(page, f"<h1>{name}</h1>", f"handle(Request({number}, {name!r}), make)")
    expect(
        made,
        ["home", "news", "shop"],
        "what make was called with, after 30 requests for three pages,",
    )
    expect(dict(answer.hits), {"home": 10, "news": 10, "shop": 10}, "hits after 30 requests")
    expect(
        list(answer.recent),
        [NAMES[number % 3] for number in range(10, 30)],
        "recent after 30 requests",
    )


@check(points=1)
def knows_who_is_busy(answer):
    """busy() names the requests that are being answered, and no others."""
    seen = []

    def inner(name):
        seen.append(answer.busy())
        return name

    def outer(name):
        seen.append(answer.busy())
        answer.handle(answer.Request(4, "inside"), inner)
        seen.append(answer.busy())
        return name

    answer.handle(answer.Request(7, "outside"), outer)
    expect(seen[0], [7], "busy() while request 7 is answered")
    expect(seen[1], [4, 7], "busy() while request 4 is answered within 7")
    expect(seen[2], [7], "busy() after 4, while 7 is still being answered,")
    expect(answer.busy(), [], "busy() after both")


@check(points=3)
def a_request_is_let_go(answer):
    """An answered request is freed, and 100 more leave nothing behind."""
    with collector_off():
        request = answer.Request(1, "home")
        subject = life(request)
        answer.handle(request, str)
        del request
        require_freed(subject, "Request 1 was answered and is still alive: something refers to it.")
    numbers = count(10_000)

    def batch():
        for number in range(100):
            answer.handle(answer.Request(next(numbers), NAMES[number % 3]), str)

    kept = growth(batch)
    require(
        kept < 2000,
        f"The second 100 requests left {kept:,} bytes behind, expected fewer than 2,000.",
        numbers=[("bytes left by 100 requests", kept, 2000, "B", "less")],
    )


@check(points=2)
def a_failed_request_too(answer):
    """A request whose page could not be made is let go, and its error reaches the caller."""

    for kind in (LookupError, KeyboardInterrupt):

        def broken(name, kind=kind):
            raise kind(name)

        with collector_off():
            request = answer.Request(1, "nowhere")
            subject = life(request)
            try:
                answer.handle(request, broken)
            except kind:
                pass
            else:
                fail(f"make raised {kind.__name__}, and handle(request, make) raised nothing.")
            expect(
                answer.busy(), [], f"busy() after a request for which make raised {kind.__name__}"
            )
            del request
            require_freed(
                subject,
                f"The request for which make raised {kind.__name__} is still alive: something refers to it.",
            )
    expect(answer.hits["nowhere"], 2, "hits['nowhere'] after two requests whose page was not made")
    expect(list(answer.recent), ["nowhere"] * 2, "recent after these two")
    expect(
        answer.handle(answer.Request(2, "nowhere"), str),
        "nowhere",
        "the page, once it can be made,",
    )
