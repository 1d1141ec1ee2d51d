"""Which item of which global variable a bytecode reads or writes: `stock['apple']`.

It is read off the code: what is on the stack is followed as far as it is a global variable, a
local one or a constant. Where that is not known for sure, nothing is said.
"""

import dis
from types import NoneType

from . import values

KEYS = (str, int, float, bool, bytes, NoneType)
NOTHING = frozenset({"NOP", "CACHE", "NOT_TAKEN", "RESUME", "EXTENDED_ARG", "TO_BOOL"})
POPS_ONE = frozenset(
    {"POP_TOP", "STORE_FAST", "STORE_GLOBAL", "STORE_NAME", "POP_JUMP_IF_FALSE", "POP_JUMP_IF_TRUE"}
)


def items_in(code):
    """The accesses to items in `code`: offset → ("read" or "write", variable, kind, key).

    `kind` is "constant" where the key is one, "local" where `key` is the name of a local variable.
    """
    found = {}
    stack = _Stack()
    for instruction in dis.get_instructions(code):
        if instruction.is_jump_target:
            stack.clear()
        access = stack.do(instruction)
        if access is not None:
            kind, variable, key = access
            if variable and key and variable[0] == "global" and key[0] != "global":
                found[instruction.offset] = kind, variable[1], *key
    return found


def item_name(variable, kind, key, frame):
    """The item as people write it; None where the key is nothing simple."""
    if kind == "local":
        key = frame.f_locals.get(key, frame)
    return f"{variable}[{values.short(key)}]" if type(key) in KEYS else None


class _Stack(list):
    """What is on the stack, the top last: pairs of a kind and a name or value, None if unknown."""

    def take(self):
        return self.pop() if self else None

    def do(self, instruction):
        """Follow an instruction; return `(kind, variable, key)` if it is an access to an item."""
        name, value = instruction.opname, instruction.argval
        if name in ("LOAD_GLOBAL", "LOAD_NAME"):
            self.append(("global", value))
            if "NULL" in instruction.argrepr:
                self.append(None)
        elif name in ("LOAD_CONST", "LOAD_SMALL_INT"):
            self.append(("constant", value))
        elif name.startswith("LOAD_FAST"):
            names = value if type(value) is tuple else (value,)
            self.extend(("local", each) for each in names)
        elif name == "COPY":
            self.append(self[-value] if len(self) >= value else None)
        elif name == "SWAP" and len(self) >= value:
            self[-1], self[-value] = self[-value], self[-1]
        elif name in POPS_ONE:
            self.take()
        elif name in ("BINARY_OP", "COMPARE_OP", "IS_OP", "CONTAINS_OP"):
            top, below = self.take(), self.take()
            self.append(None)
            if name == "CONTAINS_OP":
                return "read", top, below
            if name == "BINARY_OP" and instruction.argrepr == "[]":
                return "read", below, top
        elif name == "STORE_SUBSCR":
            key, variable, _ = self.take(), self.take(), self.take()
            return "write", variable, key
        elif name == "DELETE_SUBSCR":
            key, variable = self.take(), self.take()
            return "write", variable, key
        elif name not in NOTHING:
            self.clear()
        return None
