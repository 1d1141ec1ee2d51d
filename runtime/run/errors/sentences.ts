/**
 * What the errors that learners meet mean, and what to look for: a table. A row is a pattern of the whole last line of a
 * traceback, as CPython 3.14 writes it, and sentences in which `$1` stands for what the pattern found and `…` for code.
 * Each row is met by a real error in tests/engine/run/errorSentences.test.ts. What is not sure is not in the table.
 */
export type Row = [last: RegExp, sentence: string]

const name = String.raw`'([\w.]+)'`
const type = String.raw`'([\w.]+)' object`
const row = (last: string, sentence: string): Row => [new RegExp(`^${last}$`), sentence]
/** Modules that are not here, or something inside one of them. */
const missing = (modules: string, sentence: string): Row[] => [row(`ModuleNotFoundError: No module named '(${modules})(?:\\.[\\w.]+)?'`, sentence.replace('$1', '`$1`'))]

export const sentences: Row[] = [
  // Names
  row(`NameError: name ${name} is not defined\\. Did you mean: 'self\\.(\\w+)'\\?`, 'Inside a method an attribute of the object is reached by way of `self`: `self.$2`.'),
  row(`NameError: name ${name} is not defined\\. Did you mean: ${name}\\?`, 'Python finds no `$1` here. There is a `$2`: is one of the two misspelt?'),
  row(`NameError: name ${name} is not defined\\. (?:Did you mean: .+ Or did|Did) you forget to import ${name}\\?`, 'This program has not imported the module `$2`: write `import $2` above.'),
  row(`NameError: name ${name} is not defined`, 'Python finds no `$1` here. Is it spelt as where it is made, has that line run before this one, and is it not inside another function? A text needs quotes.'),
  row(`UnboundLocalError: cannot access local variable ${name} where it is not associated with a value`, 'This function gives `$1` a value somewhere, so `$1` is local to it, all through; and at this line it has no value. If the global one is meant, begin the function with `global $1`.'),

  // Items
  row('IndexError: list assignment index out of range', 'Only an item that is there can be replaced, and the list has none at this index. `append` adds one at the end.'),
  row('IndexError: (list|tuple|string|deque|bytearray|range object) index out of range', 'There is no item at this index in the $1. Counting begins at 0, so the last of five has the index 4, and an empty one has none at all.'),
  row('IndexError: pop from (?:an )?empty (list|deque)', 'The $1 is empty: nothing is left to take out.'),
  row(String.raw`KeyError: ('[^' :()]{1,40}'|-?\d+)`, 'No $1 is there, at this moment. Is it spelt the same, and of the same type (`1` is not `\'1\'`)? `in` asks whether a key is there, and `get` of a dict gives `None` in its place.'),

  // Calls
  row(String.raw`TypeError: (.+)\(\) missing 1 required positional argument: 'self'`, '`$1` is a method and was called without an object: make one first, with parentheses after the class’s name.'),
  row(String.raw`TypeError: (.+)\(\) missing \d+ required positional arguments?: (.+)`, '`$1` was called with too little: nothing was given for $2. Compare the call with the line that defines it.'),
  row(String.raw`TypeError: (.+)\(\) missing \d+ required keyword-only arguments?: (.+)`, '`$1` was called without $2, which must be given by name, with `=`.'),
  row(String.raw`TypeError: (.+)\(\) takes (.+) positional arguments? but (\d+) (?:was|were) given`, '`$1` was called with $3 arguments by position and takes $2. In a method, `self` counts as one of them.'),
  row(String.raw`TypeError: (.+)\(\) got an unexpected keyword argument '(\w+)'(?:\. Did you mean '\w+'\?)?`, '`$1` has no parameter called `$2`. Is it misspelt?'),
  row(`TypeError: ${type} is not callable`, 'Parentheses behind something call it, and what they stand behind here is of type `$1`, which cannot be called. Has a function’s name been given another value, or is an operator or a comma missing?'),

  // None
  row(String.raw`AttributeError: 'NoneType' object has no attribute '(\w+)'(?:\. Did you mean: .+)?`, 'What stands before the dot is `None`, so it has no `$1`. `None` comes from functions without `return`, and from methods that change an object in place, such as `sort` and `append`.'),
  row(String.raw`TypeError: (?:'NoneType' object is not (?:subscriptable|iterable)|cannot unpack non-iterable NoneType object|'NoneType' object does not support item assignment)`, 'This is `None`, and in `None` there are no items. `None` comes from functions without `return`, and from methods that change an object in place, such as `sort` and `append`.'),

  // Modules
  ...missing('numpy|scipy|numba', 'Packages from PyPI are not here, nor is $1. Lists, `array`, `math`, `statistics` and `fractions` are.'),
  ...missing('pandas|polars|pyarrow', 'Packages from PyPI are not here, nor is $1. For tables there are `csv`, `sqlite3`, lists and dicts.'),
  ...missing('requests|httpx|aiohttp|urllib3|websockets|redis|boto3', 'Packages from PyPI are not here, nor is $1, and a program in this page cannot reach the network. `time.sleep` or `asyncio.sleep` can stand for the wait.'),
  ...missing('flask|django|fastapi|uvicorn|starlette|tornado|celery', 'Packages from PyPI are not here, nor is $1, and a program in this page cannot be a server. A `queue` or an `asyncio.Queue` can stand for what would come in.'),
  ...missing('matplotlib|seaborn|plotly|PIL|cv2|pygame', 'Packages from PyPI are not here, nor is $1. A program in this page can print, and draw nothing itself.'),
  ...missing('sklearn|torch|tensorflow|keras|jax', 'Packages from PyPI are not here, nor is $1.'),
  ...missing('pytest|hypothesis|nose', 'Packages from PyPI are not here, nor is $1. `assert` and `unittest` are.'),
  ...missing('psutil|objgraph|pympler|memory_profiler|guppy|memray', 'Packages from PyPI are not here, nor is $1. `sys.getsizeof`, `gc` and `tracemalloc` are.'),
  ...missing('trio|anyio|gevent|eventlet|uvloop|curio|joblib|dask|ray', 'Packages from PyPI are not here, nor is $1. `threading`, `asyncio`, `concurrent.futures` and `multiprocessing` are.'),
  ...missing('attr|attrs|pydantic', 'Packages from PyPI are not here, nor is $1. `dataclasses` and `typing` are.'),
  ...missing('yaml|toml|orjson|ujson|simplejson|msgpack|cloudpickle|dill', 'Packages from PyPI are not here, nor is $1. `json`, `tomllib` and `pickle` are.'),
  ...missing('pip|setuptools|micropip|pkg_resources', 'Nothing can be installed here, so $1 is not here either. All of the standard library that runs in a browser is.'),
  ...missing('curses|dbm|ensurepip|grp|idlelib|msvcrt|nt|pwd|readline|resource|syslog|tkinter|turtle|turtledemo|venv|winreg|winsound', 'CPython on a desktop may have the module $1; in a browser there is none.'),
  row(String.raw`ModuleNotFoundError: No module named '(\w+)'`, 'The standard library has no module `$1`, and packages from PyPI cannot be installed here. Is the name misspelt?'),
  row(String.raw`ImportError: cannot import name '(\w+)' from '([\w.]+)' \(.+\)\. Did you mean: '(\w+)'\?`, 'The module `$2` has no `$1`; it has a `$3`.'),
  row(String.raw`ImportError: cannot import name '(\w+)' from '([\w.]+)' \(.+\)`, 'The module `$2` has nothing that is called `$1`.'),

  // Attributes
  row(String.raw`AttributeError: module '([\w.]+)' has no attribute '(\w+)'(?:\. Did you mean: '(\w+)'\?)`, 'The module `$1` has no `$2`; it has a `$3`.'),
  row(String.raw`AttributeError: module '([\w.]+)' has no attribute '(\w+)'`, 'The module `$1` has nothing that is called `$2`.'),
  row(String.raw`AttributeError: '([\w.]+)' object has no attribute '(\w+)'\. Did you mean: '(\w+)'\?`, 'An object of type `$1` has no `$2`; it has a `$3`. Is the name misspelt?'),
  row(String.raw`AttributeError: '([\w.]+)' object has no attribute '(\w+)'`, 'This object is of type `$1`, and has neither an attribute nor a method that is called `$2`. Is it the type that you expect here?'),

  // Syntax
  row('SyntaxError: expected \':\'', 'Python expected a colon here. A line that opens a block (`if`, `for`, `while`, `def`, `class`, `with`, `try` …) ends with one.'),
  row(String.raw`SyntaxError: '([([{])' was never closed`, 'The bracket `$1` is opened here, and its partner is missing.'),
  row(String.raw`SyntaxError: unmatched '([)\]}])'`, 'This `$1` closes a bracket that was not opened.'),
  row(String.raw`SyntaxError: unterminated (?:f-)?string literal \(detected at line \d+\)`, 'The text that begins here has no closing quote on its line. Between three quotes it may go over several lines.'),
  row(String.raw`SyntaxError: invalid syntax\. Maybe you meant '==' or ':=' instead of '='\?`, 'A single `=` gives a name a value; `==` compares.'),
  row(String.raw`SyntaxError: Missing parentheses in call to 'print'\. Did you mean print\(\.\.\.\)\?`, '`print` is a function: what it prints stands in parentheses.'),
  row('SyntaxError: \'await\' outside (?:async )?function', '`await` is possible only inside a function that is made with `async def`. `asyncio.run(…)` starts the first of them.'),
  row(String.raw`IndentationError: expected an indented block after (.+) on line (\d+)`, 'What belongs to the $1 on line $2 must be indented, usually by four spaces, and nothing is. Where nothing is to be done, write `pass`.'),
  row('IndentationError: unexpected indent', 'This line begins further to the right than the one before, which opens no block.'),
  row('IndentationError: unindent does not match any outer indentation level', 'This line begins where none of the blocks around it does. Count the spaces of the lines above.'),
  row('TabError: inconsistent use of tabs and spaces in indentation', 'Some lines are indented by tabs, others by spaces, and Python cannot tell which is further to the right. Use spaces alone.'),

  // Values
  row('ZeroDivisionError: division by zero', 'Something is divided by 0 here; `//` and `%` divide too.'),
  row(String.raw`ValueError: invalid literal for int\(\) with base 10: (.+)`, '`int` cannot read $1 as a whole number: digits, a sign and spaces round them are all that may be in it.'),
  row(String.raw`ValueError: too many values to unpack \(expected (\d+)(?:, got \d+)?\)`, 'There are more values on the right than the $1 names that are to have them.'),
  row(String.raw`ValueError: not enough values to unpack \(expected (\d+), got (\d+)\)`, 'There are $1 names to have a value, and only $2 on the right.'),
  row(String.raw`TypeError: can only concatenate (\w+) \(not "([\w.]+)"\) to \w+`, '`+` joins a $1 with another $1 only, and the other one here is of type `$2`. Make them the same first: `str(…)` makes a text of anything.'),
  row(String.raw`TypeError: unsupported operand type\(s\) for (.+): 'coroutine' and '[\w.]+'`, 'A coroutine is not yet a result: calling an `async def` function only makes one. `await` runs it and gives its result.'),
  row(String.raw`TypeError: unsupported operand type\(s\) for (\S+): '([\w.]+)' and '([\w.]+)'`, '`$1` does not work between `$2` and `$3`. Which of the two is not what you expect?'),
  row(String.raw`TypeError: '(str|tuple|range|bytes)' object does not support item assignment`, 'A `$1` cannot be changed once it is made: make a new one.'),
  row(String.raw`StopIteration`, '`next` was asked of an iterator that has nothing left. `next(iterator, default)` gives the default instead.'),
  row('MemoryError', 'There was not the memory that this line asks for. A program may use 1 GiB here.'),
  row('ReferenceError: weakly-referenced object no longer exists', 'A weak reference keeps nothing alive, and the object it was made for has been freed: its last ordinary reference is gone.'),
  row(String.raw`TypeError: cannot create weak reference to '([\w.]+)' object`, 'Objects of type `$1` have no room for weak references. A subclass of the program’s own would have.'),
  row('RecursionError: maximum recursion depth exceeded.*', 'A function called itself, directly or by way of others, until Python stopped it. In which case does it return without calling itself, and does each call come nearer to that?'),
  row('ValueError: generator already executing', 'A generator was asked for its next value while it was at work on one: by itself, or by another thread. Threads that share one need a lock around `next`.'),
  row('RuntimeError: (?:dictionary changed size|dictionary keys changed|Set changed size) during iteration', 'Something was put in or taken out while a loop went over it, by the loop itself or by another thread. Go over a copy: `for … in list(…)`.'),
  row('RuntimeError: deque mutated during iteration', 'The deque was changed while a loop went over it, by the loop itself or by another thread. Go over a copy: `for … in list(…)`.'),

  // Threads
  row('RuntimeError: threads can only be started once', 'A `Thread` object stands for one run. To do the work again, make a new one.'),
  row('RuntimeError: cannot join current thread', '`join` waits until a thread has ended, and this thread would wait for itself.'),
  row('RuntimeError: cannot join thread before it is started', 'A thread must be started before one can wait for its end: `start` first, then `join`.'),
  row('RuntimeError: cannot release un-acquired lock', 'An `RLock` is released by the thread that has acquired it, as often as it did, and no more. `with` pairs the two.'),
  row('RuntimeError: release unlocked lock', 'The lock that is released here is not held: `release` came once too often, or `acquire` did not succeed. `with` pairs the two.'),
  row('RuntimeError: Lock is not acquired\\.', 'The lock that is released here is not held: `release` came once too often. `async with` pairs the two.'),
  row('RuntimeError: cannot (wait|notify) on un-acquired lock', 'A condition’s `$1` is called while its lock is held, by the thread that holds it: inside `with condition:`.'),
  row('ValueError: Semaphore released too many times', 'The bounded semaphore would have more permits than at first: `release` came once too often. `with` pairs it with `acquire`.'),
  row('Deadlock: no thread can go on', 'Whoever is left waits for something that nobody will do any more. The lines of the error say who waits where, for what, and who holds it.'),
  row('(?:_queue|queue)\\.Empty', 'The queue was empty: `get_nowait` does not wait for an item, and `get` no longer than its `timeout`.'),
  row('queue\\.Full', 'The queue was full: `put_nowait` does not wait for room, and `put` no longer than its `timeout`.'),
  row('asyncio\\.queues\\.QueueEmpty', 'The queue was empty, and `get_nowait` does not wait. `await queue.get()` does.'),
  row('asyncio\\.queues\\.QueueFull', 'The queue was full, and `put_nowait` does not wait. `await queue.put(…)` does.'),
  row('(?:asyncio\\.queues\\.QueueShutDown|queue\\.ShutDown)', 'The queue has been shut down: it takes nothing more, and once it is empty there is nothing to get.'),
  row('threading\\.BrokenBarrierError', 'The barrier broke: somebody’s time to wait ran out, or it was aborted or reset, before all had come. Then everybody who waits gets this error.'),
  row('RuntimeError: cannot schedule new futures after (?:interpreter )?shutdown', 'The pool has been shut down, which leaving its `with` block does too: nothing can be submitted any more.'),

  // Futures and tasks
  row('RuntimeError: asyncio\\.run\\(\\) cannot be called from a running event loop', 'An event loop runs already: inside an `async def` function, write `await` instead of `asyncio.run`.'),
  row('RuntimeError: no running event loop', 'This works only while an event loop runs: inside an `async def` function that `asyncio.run` has started.'),
  row('RuntimeError: cannot reuse already awaited coroutine', 'A coroutine runs once. Call its function again for a new one, or keep the result in a variable.'),
  row(String.raw`TypeError: '([\w.]+)' object can't be awaited`, 'What stands behind `await` is of type `$1`: only a coroutine, a task or a future can be waited for. Is the function made with `async def`?'),
  row(String.raw`TypeError: 'coroutine' object is not (?:iterable|subscriptable)`, 'A coroutine is not yet a result: calling an `async def` function only makes one. `await` runs it and gives its result.'),
  row('TypeError: An asyncio\\.Future, a coroutine or an awaitable is required', 'What is needed here is a coroutine, which calling an `async def` function makes. Are the parentheses behind its name missing?'),
  row('asyncio\\.exceptions\\.InvalidStateError: Result is not (?:ready|set)\\.', 'There is no result yet. `await` waits until there is one.'),
  row('(?:asyncio\\.exceptions|concurrent\\.futures\\._base)\\.InvalidStateError: FINISHED: .+', 'This future has its result or its exception already, and gets only one.'),
  row('(?:asyncio\\.exceptions|concurrent\\.futures\\._base)\\.CancelledError', 'What was waited for here has been cancelled.'),
  row('TimeoutError', 'What was waited for did not come in the time that was allowed.'),
  row('(?:ExceptionGroup|BaseExceptionGroup): unhandled errors in a TaskGroup \\((\\d+) sub-exceptions?\\)', 'Tasks of the group failed, and those that were not done have been cancelled. What happened in each stands in the indented part. `except*` catches such errors.'),

  // Processes
  row(String.raw`concurrent\.futures\.process\.BrokenProcessPool: A process in the process pool was terminated abruptly while the future was running or pending\.`, 'A process of the pool ended before its work was done. Does the part of the program that starts it stand under `if __name__ == \'__main__\':`? Each process begins by importing this file.'),
  row(String.raw`_pickle\.PicklingError: Can't pickle (?:local object )?<function (?:.*<lambda>|.*<locals>.*) at .+`, 'What goes to another process is pickled, and a function is pickled by its name: neither a `lambda` nor a function inside a function can be found by it. Define it at the beginning of a line.'),
  row(String.raw`TypeError: cannot pickle '([\w.]+)' object`, 'What goes to another process, or is copied in depth, is pickled, and an object of type `$1` cannot be.'),
]
