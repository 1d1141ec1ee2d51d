"""What the engine hands to the hooks of a program, as CPython does, and what it hides from them."""

import sys
import traceback
from functools import wraps
from types import SimpleNamespace

from .. import host
from .built_in import put
from .own_code import is_engine

ALWAYS_TOLD = ("builtins.input", "time.sleep", "_thread.")  # that the engine tells as CPython does

OWN_TOOLS = (3, 4)  # of `sys.monitoring`: a look's or a trace's, and `watching.TOOL`

audited = False  # an audit hook of the program listens: to call `sys.audit` takes it time


def _arguments_type():
    """The type of what `sys.unraisablehook` takes: it has no name in `sys`."""
    seen = []

    class Failing:
        def __del__(self):
            raise ValueError

    hook, sys.unraisablehook = sys.unraisablehook, lambda arguments: seen.append(type(arguments))
    try:
        Failing()
    finally:
        sys.unraisablehook = hook
    return seen[0]


_Arguments = _arguments_type()


def own_traceback(exception):
    """The traceback of an exception from the program's first frame on."""
    step = exception.__traceback__
    while step is not None and _is_engine(step.tb_frame):
        step = step.tb_next
    return step


def _is_engine(frame):  # in two calls: the recordings have what these take of a program's time
    return is_engine(frame.f_code)


def unraisable(exception, message, subject=None):
    """Tell of an exception that nobody can catch, as PyErr_FormatUnraisable (Python/errors.c)."""
    hook = getattr(sys, "unraisablehook", None)
    exception.__traceback__ = own_traceback(exception)
    if hook is not None and hook is not sys.__unraisablehook__:
        try:
            hook(_of(exception, message, subject))
            return
        except BaseException as error:
            message, subject = "Exception ignored in sys.unraisablehook", hook
            error.__context__, error.__traceback__ = None, own_traceback(error)
            exception = error
    sys.__unraisablehook__(_of(exception, message, subject))


def _of(exception, message, subject):
    traceback = exception.__traceback__
    return _Arguments((type(exception), exception, traceback, message, subject))


def uncaught(error, told):
    """Tell of the exception that ends a program, as PyErr_PrintEx (Python/pythonrun.c).

    `told` is its traceback as text. Return the text to print, "" where the program's own hook has
    printed; SystemExit where that hook asks for the end.
    """
    hook = getattr(sys, "excepthook", SimpleNamespace)
    if hook is sys.__excepthook__:
        return told
    if hook is SimpleNamespace:
        return f"sys.excepthook is missing\n{told}"
    try:
        hook(type(error), error, own_traceback(error))
        return ""
    except SystemExit:
        raise
    except BaseException as other:
        other.__context__ = None
        steps = own_traceback(other)
        text = "".join(traceback.format_exception(type(other), other, steps, colorize=False))
        return f"Error in sys.excepthook:\n{text}\nOriginal exception was:\n{told}"


def install():
    """Hide the engine from those hooks that would tell of what no CPython does."""
    sys.addaudithook = _hidden_from_audit(sys.addaudithook)
    put(sys.monitoring, _with_own_tools(sys.monitoring.use_tool_id))
    for what in ("trace", "profile"):
        for name in (f"set{what}", f"_set{what}allthreads"):
            setattr(sys, name, _hidden_from_tracing(getattr(sys, name)))
        setattr(sys, f"get{what}", _as_given(getattr(sys, f"get{what}")))


def _with_own_tools(use_tool_id):
    """`sys.monitoring.use_tool_id`, which leaves the engine its own."""

    def use(tool_id, name, /):
        if tool_id in OWN_TOOLS and not _is_engine(sys._getframe(1)):
            raise ValueError(
                f"tool {tool_id} is already in use: it tells where threads may be switched here; "
                "take 0, 1, 2 or 5"
            )
        return use_tool_id(tool_id, name)

    use.__name__ = use.__qualname__ = "use_tool_id"
    return use


def _hidden_from_tracing(set_function):
    """`sys.settrace` and its kin, whose functions are told of no frame of the engine."""

    @wraps(set_function)
    def setting(function, /):
        if function is None:
            return set_function(None)

        def told(frame, event, argument):
            return None if _is_engine(frame) else function(frame, event, argument)

        told.given = function
        return set_function(told)

    return setting


def _as_given(get_function):
    """`sys.gettrace` or `getprofile`, which returns what the program gave."""

    @wraps(get_function)
    def getting():
        function = get_function()
        return getattr(function, "given", function)

    return getting


def _hidden_from_audit(add_audit_hook):
    """`sys.addaudithook`, whose hooks hear nothing of what the engine does."""

    @wraps(add_audit_hook)
    def addaudithook(hook):
        global audited
        busy = False

        def told(event, arguments):
            nonlocal busy
            if busy or host.parking:
                return
            if not event.startswith(ALWAYS_TOLD):
                busy = True
                try:
                    if _is_engine(sys._getframe(1)):
                        return
                except ValueError:  # no frame: it is the host that calls
                    return
                finally:
                    busy = False
            hook(event, arguments)

        add_audit_hook(told)
        audited = True

    return addaudithook
