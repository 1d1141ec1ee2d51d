"""What lies on the stack of a frame: worked out beside it, since Python code cannot read it.

Each instruction of the program is told here just before it is done. What is not known for certain
is UNKNOWN, never a guess: the effect of most instructions is only how many values they take and
leave (Python/bytecodes.c of CPython 3.14 has all of them).
"""

import dis
import operator

PLAIN = (int, float, str, bool, type(None))
LONGEST = 200  # bits of an int, characters of a text, that are worked out


class Item:
    """A value on the stack."""

    __slots__ = ("find", "identity", "known", "value")

    def __init__(self, value=None, known=False, identity=None, find=None):
        self.value = value
        self.known = known
        self.identity = identity  # of an object that is not plain, and how to find it again
        self.find = find  # from the frame, which it must not keep alive


UNKNOWN = Item()
NULL = Item()  # CPython puts one beside a function that is not a method

BINARY = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
}
COMPARE = {
    "<": operator.lt,
    "<=": operator.le,
    "==": operator.eq,
    "!=": operator.ne,
    ">": operator.gt,
    ">=": operator.ge,
}
# How many values an instruction takes and leaves; functions of its argument.
EFFECTS = {
    **dict.fromkeys(
        "NOP NOT_TAKEN RESUME CACHE EXTENDED_ARG MAKE_CELL COPY_FREE_VARS JUMP_FORWARD"
        " JUMP_BACKWARD JUMP_BACKWARD_NO_INTERRUPT DELETE_NAME DELETE_GLOBAL DELETE_FAST"
        " DELETE_DEREF SETUP_ANNOTATIONS".split(),
        lambda n: (0, 0),
    ),
    **dict.fromkeys(
        "POP_TOP POP_ITER END_FOR POP_EXCEPT STORE_NAME STORE_GLOBAL STORE_DEREF STORE_FAST"
        " POP_JUMP_IF_TRUE POP_JUMP_IF_FALSE POP_JUMP_IF_NONE POP_JUMP_IF_NOT_NONE DELETE_ATTR"
        " LIST_EXTEND SET_UPDATE DICT_UPDATE DICT_MERGE LIST_APPEND SET_ADD".split(),
        lambda n: (1, 0),
    ),
    **dict.fromkeys(
        "STORE_ATTR DELETE_SUBSCR MAP_ADD STORE_FAST_STORE_FAST".split(), lambda n: (2, 0)
    ),
    "STORE_SUBSCR": lambda n: (3, 0),
    "STORE_SLICE": lambda n: (4, 0),
    **dict.fromkeys(
        "GET_ITER GET_LEN FORMAT_SIMPLE CONVERT_VALUE MAKE_FUNCTION CALL_INTRINSIC_1 LOAD_ATTR"
        " UNARY_NEGATIVE UNARY_NOT UNARY_INVERT TO_BOOL YIELD_VALUE".split(),
        lambda n: (1, 1),
    ),
    **dict.fromkeys(
        "BINARY_OP COMPARE_OP IS_OP CONTAINS_OP FORMAT_WITH_SPEC SET_FUNCTION_ATTRIBUTE"
        " CALL_INTRINSIC_2 IMPORT_NAME".split(),
        lambda n: (2, 1),
    ),
    "BINARY_SLICE": lambda n: (3, 1),
    "CHECK_EXC_MATCH": lambda n: (1, 1),
    "PUSH_EXC_INFO": lambda n: (1, 2),
    "LOAD_SPECIAL": lambda n: (1, 2),
    **dict.fromkeys(
        "LOAD_COMMON_CONSTANT LOAD_BUILD_CLASS LOAD_LOCALS IMPORT_FROM RETURN_GENERATOR"
        " WITH_EXCEPT_START".split(),
        lambda n: (0, 1),
    ),
    **dict.fromkeys(
        "BUILD_TUPLE BUILD_LIST BUILD_SET BUILD_STRING BUILD_SLICE".split(), lambda n: (n, 1)
    ),
    "BUILD_MAP": lambda n: (2 * n, 1),
    "UNPACK_SEQUENCE": lambda n: (1, n),
    "CALL": lambda n: (n + 2, 1),
    "CALL_KW": lambda n: (n + 3, 1),
    "CALL_FUNCTION_EX": lambda n: (4, 1),
}


class Frame:
    """The stack of one frame; `items` is None where its depth is not known."""

    def __init__(self):
        self.items = []
        self.iterates = None  # a FOR_ITER was done last: the offset at which its loop goes on


class Shadow:
    """The stacks of all frames of a program."""

    def __init__(self):
        self.frames = {}  # id of the frame → Frame; an id that is used again starts anew
        self._handlers = {}  # code object → offset of a handler → depth of the stack there

    def started(self, frame):
        """A function is entered: its stack is empty."""
        self.frames[id(frame)] = Frame()

    def arrived(self, frame, instruction):
        """Bring the stack up to date: `instruction` is the next one of `frame`."""
        stack = self._of(frame)
        if stack.items is None:
            return
        if stack.iterates is not None:
            if instruction.offset == stack.iterates or instruction.opname == "END_FOR":
                stack.items.append(UNKNOWN)
            stack.iterates = None
        depth = self._depths(frame.f_code).get(instruction.offset)
        if depth is not None:
            depth, extra = depth
            stack.items = (
                [*stack.items[:depth], *[UNKNOWN] * extra] if len(stack.items) >= depth else None
            )

    def done(self, frame, instruction):
        """Do to the stack what `instruction` is about to do."""
        stack = self._of(frame)
        if stack.items is None:
            return
        if instruction.opname == "FOR_ITER":
            stack.iterates = instruction.end_offset
            return
        try:
            stack.items = self._after(list(stack.items), frame, instruction)
        except IndexError, LookupError, NameError:
            stack.items = None

    def items(self, frame):
        """The items of a frame's stack, the bottom first; None where that is not known."""
        return self._of(frame).items

    def _of(self, frame):
        found = self.frames.get(id(frame))
        if found is None:
            found = self.frames[id(frame)] = Frame()
            found.items = None
        return found

    def _depths(self, code):
        known = self._handlers.get(code)
        if known is None:
            known = self._handlers[code] = {
                entry.target: (entry.depth, 1 + entry.lasti)
                for entry in dis._parse_exception_table(code)
            }
        return known

    def _after(self, items, frame, instruction):
        name, argument = instruction.opname, instruction.arg
        if name in LOADS:
            items.extend(LOADS[name](frame, instruction))
        elif name == "COPY":
            items.append(items[-argument])
        elif name == "SWAP":
            items[-1], items[-argument] = items[-argument], items[-1]
        elif name == "PUSH_NULL":
            items.append(NULL)
        elif name == "STORE_FAST_LOAD_FAST":
            stored = items.pop()
            first, second = instruction.argval
            items.append(stored if first == second else local(frame, second))
        elif name in EFFECTS:
            takes, leaves = EFFECTS[name](argument)
            if takes > len(items):
                return None
            taken = items[len(items) - takes :]
            del items[len(items) - takes :]
            items.extend([result(frame, instruction, taken)] if leaves == 1 else [UNKNOWN] * leaves)
            if name == "LOAD_ATTR" and argument & 1:
                items[-1:] = [UNKNOWN, UNKNOWN]
        else:
            return None
        return items


def item(value, find):
    """The Item of an object that was found by `find()`."""
    if type(value) in PLAIN:
        return Item(value, True)
    return Item(None, False, id(value), find)


def local(frame, name):
    """The Item of a local variable; UNKNOWN where it is unbound."""
    names = frame.f_locals
    return item(names[name], lambda frame: frame.f_locals.get(name)) if name in names else UNKNOWN


def _name(frame, name):
    if name in frame.f_locals:
        return local(frame, name)
    return _outer(frame, name)


def _outer(frame, name):
    for names in (frame.f_globals, frame.f_builtins):
        if name in names:
            return item(names[name], lambda frame, names=names: names.get(name))
    return UNKNOWN


def _global(frame, instruction):
    found = _outer(frame, instruction.argval)
    return [found, NULL] if instruction.arg & 1 else [found]


def _locals(frame, instruction):
    names = instruction.argval
    return [local(frame, name) for name in ((names,) if isinstance(names, str) else names)]


LOADS = {
    **dict.fromkeys(
        "LOAD_FAST LOAD_FAST_BORROW LOAD_FAST_CHECK LOAD_FAST_AND_CLEAR LOAD_FAST_LOAD_FAST"
        " LOAD_FAST_BORROW_LOAD_FAST_BORROW LOAD_DEREF".split(),
        _locals,
    ),
    "LOAD_GLOBAL": _global,
    "LOAD_NAME": lambda frame, instruction: [_name(frame, instruction.argval)],
    "LOAD_CONST": lambda frame, instruction: [item(instruction.argval, None)],
    "LOAD_SMALL_INT": lambda frame, instruction: [Item(instruction.argval, True)],
}


def result(frame, instruction, taken):
    """The Item that an instruction makes of those that it takes."""
    name = instruction.opname
    if name == "LOAD_ATTR":
        return attribute(frame, taken[0], instruction.argval)
    if not all(each.known for each in taken):
        return UNKNOWN
    values = [each.value for each in taken]
    if name == "BINARY_OP":
        return compute(BINARY.get(instruction.argrepr.removesuffix("=")), values)
    if name == "COMPARE_OP":
        return compute(
            COMPARE.get(instruction.argval.removeprefix("bool(").removesuffix(")")), values
        )
    if name == "TO_BOOL":
        return compute(bool, values)
    if name == "UNARY_NOT":
        return compute(operator.not_, values)
    if name == "UNARY_NEGATIVE":
        return compute(operator.neg, values)
    return UNKNOWN


def compute(function, values):
    """The Item of `function(*values)`, where that is quick and plain."""
    if function is None or any(map(_is_long, values)):
        return UNKNOWN
    if function is operator.mod and isinstance(values[0], str):
        return UNKNOWN
    if function is operator.mul and any(isinstance(value, str) for value in values):
        return UNKNOWN
    try:
        value = function(*values)
    except TypeError, ArithmeticError:
        return UNKNOWN
    return Item(value, True) if type(value) in PLAIN else UNKNOWN


def _is_long(value):
    if isinstance(value, int):
        return value.bit_length() > LONGEST
    return isinstance(value, str) and len(value) > LONGEST


def attribute(frame, owner, name):
    """The Item of a plain attribute, found without any code of the program's."""
    if owner.find is None:
        return UNKNOWN
    value = owner.find(frame)
    if id(value) != owner.identity or type(value).__getattribute__ is not object.__getattribute__:
        return UNKNOWN
    for kind in type(value).__mro__:
        if name in kind.__dict__:
            found = kind.__dict__[name]
            if hasattr(type(found), "__get__"):
                return UNKNOWN
            break
    else:
        found = UNKNOWN
    own = getattr(value, "__dict__", None)
    if type(own) is dict and name in own:
        found = own[name]
    return UNKNOWN if found is UNKNOWN else item(found, None)
