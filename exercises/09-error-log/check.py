"""Checks of “An error log that lets go”."""

from lab.grading import check, collector_off, expect, growth, life, require, require_freed


class Big:
    """Stands for five megabytes in a local variable."""


def fails(lives, text):
    """Raises with something big in a local variable."""
    big = Big()
    lives["the local variable of the function that raised"] = life(big)
    raise ValueError(text)


def fails_while_handling(lives, from_cause):
    """Raises a second error because of, or only during, the first."""
    try:
        fails(lives, "the first")
    except ValueError as error:
        large = Big()
        lives["the local variable of the function that raised the second error"] = life(large)
        if from_cause:
            raise KeyError("the second") from error
        raise KeyError("the second")  # noqa: B904


def last_entry(log):
    """The newest entry, which has to be three strings."""
    entry = list(log.entries)[-1]
    require(
        isinstance(entry, tuple) and [type(part) for part in entry] == [str, str, str],
        f"log.entries[-1] is {entry!r:.200}, expected a tuple of three strings.",
    )
    return tuple(entry)


@check(points=1)
def type_and_text(answer):
    """An entry has the name of the type and the text."""
    log = answer.ErrorLog()
    for error, kind, text in (
        (ValueError("no such user"), "ValueError", "no such user"),
        (KeyError("name"), "KeyError", "'name'"),
        (ZeroDivisionError(), "ZeroDivisionError", ""),
    ):
        log.add(error)
        expect(last_entry(log)[:2], (kind, text), f"log.entries[-1][:2] after log.add({error!r})")
    expect(len(log.entries), 3, "len(log.entries) after three errors")
    expect(len(answer.ErrorLog().entries), 0, "len(log.entries) of another log")


@check(points=2)
def trace_with_file_and_line(answer):
    """The trace is what Python prints: files, lines, functions, and the errors that led there."""
    log = answer.ErrorLog()
    for from_cause in (False, True):
        try:
            fails_while_handling({}, from_cause)
        except KeyError as error:
            line = error.__traceback__.tb_next.tb_lineno
            file = fails_while_handling.__code__.co_filename
            place = f'File "{file}", line {line}, in fails_while_handling'
            log.add(error)
        trace = last_entry(log)[2]
        for part in (
            "Traceback (most recent call last):",
            place,
            "in fails\n",
            "ValueError: the first",
            "KeyError: 'the second'",
        ):
            require(part in trace, f"The trace of an error lacks {part!r}:\n{trace}")
        require(
            trace.startswith("Traceback") and trace.rstrip("\n").endswith("'the second'"),
            f"The trace does not begin and end as Python prints it: {trace!r:.300}",
        )


@check(points=3)
def holds_no_locals(answer):
    """Local variables of what failed are freed at once, also those of the errors before."""
    failing = {
        "an error": lambda lives: fails(lives, "alone"),
        "an error while another was handled": lambda lives: fails_while_handling(lives, False),
        "an error raised from another": lambda lives: fails_while_handling(lives, True),
    }
    with collector_off():
        for what, run in failing.items():
            log = answer.ErrorLog()
            lives = {}
            try:
                run(lives)
            except (ValueError, KeyError) as error:
                error.mark = Big()
                lives["the error itself"] = life(error.mark)
                log.add(error)
            for held, subject in lives.items():
                require_freed(
                    subject,
                    f"After log.add() of {what}, {held} is still alive: something refers to it.",
                )
            expect(len(log.entries), 1, "len(log.entries) after one error")


@check(points=1)
def the_last_hundred(answer):
    """There are never more than 100 entries, the oldest first."""
    log = answer.ErrorLog()

    def batch():
        for number in range(250):
            log.add(ValueError(str(number)))

    kept = growth(batch)
    texts = [entry[1] for entry in log.entries]
    expect(len(texts), 100, "len(log.entries) after 250 errors")
    expect(texts[:3], ["150", "151", "152"], "the texts of the first entries after errors 0 to 249")
    expect(texts[-3:], ["247", "248", "249"], "the texts of the last entries after errors 0 to 249")
    require(
        kept < 30_000,
        f"The second 250 errors left {kept:,} bytes more than the first, expected fewer than 30,000.",
        numbers=[("bytes left by 250 more errors", kept, 30_000, "B", "less")],
    )
    expect(len(log.entries), 100, "len(log.entries) after 500 errors")
    few = answer.ErrorLog()
    for number in range(100):
        few.add(ValueError(str(number)))
    expect(len(few.entries), 100, "len(log.entries) after 100 errors")


@check(points=1)
def leaves_the_error_as_it_is(answer):
    """The error still has its traceback and its cause when add returns."""
    log = answer.ErrorLog()
    try:
        fails_while_handling({}, True)
    except KeyError as error:
        before = (
            error.__traceback__,
            error.__cause__,
            error.__context__,
            error.__cause__.__traceback__,
            error.args,
        )
        log.add(error)
        after = (
            error.__traceback__,
            error.__cause__,
            error.__context__,
            error.__cause__.__traceback__,
            error.args,
        )
        require(
            all(one is other for one, other in zip(before, after)),
            "After log.add(error) its traceback, cause, context or arguments are not what they were.",
        )
        del before, after
        inner = error.__traceback__.tb_next.tb_frame
        require(
            "lives" in inner.f_locals,
            "After log.add(error) the functions of its traceback have lost their local variables.",
        )
        del inner
