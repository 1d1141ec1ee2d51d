"""A run in steps: at each line the host reads the program's objects from its frames on.

Only addresses are handed over. What is at them the host reads out of memory by itself
(`runtime/memory/heap/openHeap.ts`), so that no reference is held, no code of the program is called
and no count changes by being looked at.
"""

from inspect import CO_OPTIMIZED
from json.encoder import encode_basestring_ascii as quoted
from sys import _getframe, monitoring

from .. import host
from ..switching.code_objects import code_objects
from ..threads import scheduler

events = monitoring.events
TOOL = 2
MOST_FRAMES = 20


class Scenes:
    """Shows one run to the host. `begin` must be called before its program's first statement."""

    def __init__(self, file, main):
        self.file = file
        self.open = False
        self._space = id(main.__dict__)

    def begin(self, code):
        """Stop at each line of `code`, and of the functions inside it; not of classes' bodies."""
        paused = scheduler.run.clock.pause()
        self.open = host.look(self._space)
        if self.open:
            self._watch(code)
        scheduler.run.clock.go_on(paused)

    def _watch(self, code):
        monitoring.use_tool_id(TOOL, "lab.objects")
        monitoring.register_callback(TOOL, events.LINE, self._line)
        monitoring.register_callback(TOOL, events.PY_RETURN, self._return)
        monitoring.set_local_events(TOOL, code, events.LINE)
        for part in code_objects(code):
            if part.co_flags & CO_OPTIMIZED:
                monitoring.set_local_events(TOOL, part, events.LINE | events.PY_RETURN)

    def over(self, line):
        """Show what is left when the program is over, at `line` where an exception ended it."""
        if self.open:
            self._see("over", line, None)
        self.open = False
        host.unlook()

    def _line(self, code, line):
        return self._see("line", line, _getframe(1))

    def _return(self, code, offset, value):
        del value
        frame = _getframe(1)
        return self._see("return", frame.f_lineno, frame)

    def _see(self, kind, line, frame):
        if not self.open:
            return monitoring.DISABLE
        clock = scheduler.run.clock
        paused = clock.pause(4)
        frames = self._frames(frame)
        del frame
        self.open = host.show(kind, line, scheduler.run.current.ident, frames)
        clock.go_on(paused)
        return None if self.open else monitoring.DISABLE

    def _frames(self, frame):
        """The program's frames from the module on, as JSON: `[address, has a dict, name, line]`."""
        line = 0
        found = []
        while frame is not None and len(found) < MOST_FRAMES:
            code = frame.f_code
            if code.co_filename == self.file:
                if code.co_name == "<module>":
                    line = frame.f_lineno
                else:
                    found.append(f"[{id(frame)},0,{quoted(code.co_name)},{frame.f_lineno or 0}]")
            frame = frame.f_back
        found.append(f'[{self._space},1,"<module>",{line}]')
        return f"[{','.join(reversed(found))}]"
