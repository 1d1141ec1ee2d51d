"""Where CPython looks whether it is asked to let go of the GIL: there any thread may go on."""

from types import FunctionType

from ..threads import scheduler
from .watching import monitoring

# Calls whose specialised instructions (CALL_LEN, CALL_LIST_APPEND and so on) do not look.
UNLOOKING = frozenset(map(id, (len, isinstance, type, list.append)))


class GilLooks:
    """Notes, beside a Watch, which threads have looked and stand before their next bytecode."""

    def __init__(self, *arguments):
        super().__init__(*arguments)
        self._may_switch = set()

    def look(self):
        """The current thread may lose the interpreter before its next bytecode."""
        self._may_switch.add(scheduler.run.current)

    def jumped(self, code, offset, destination):
        """CPython looks at the end of a turn of a loop."""
        if destination > offset:
            return monitoring.DISABLE
        self.look()
        return None

    def called(self, code, offset, function, argument):
        """CPython looks after a call of C code; so do the library's own functions, inside."""
        if type(function) is FunctionType and not scheduler.run.is_own(
            function.__code__.co_filename
        ):
            self.look()

    def returned(self, code, offset, function, argument):
        """CPython looks after a call of C code."""
        if id(function) not in UNLOOKING:
            self.look()
