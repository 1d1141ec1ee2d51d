/** The words of the workshop, in the order of the alphabet. `<Term id="reference-count">count</Term>` names one. */
export interface GlossaryTerm {
  /** The term in lower case, with hyphens. */
  id: string
  term: string
  /** The part that introduces it. */
  module: string
  /** One true sentence; what stands between backticks is code. */
  means: string
}

/** Terms on one slide of the glossary. */
export const termsPerSlide = 18

const means = (id: string, module: string, sentence: string, term = id.replaceAll('-', ' ')): GlossaryTerm => ({ id, term, module, means: sentence })

export const terms: readonly GlossaryTerm[] = [
  means('arena', 'M3', 'The large piece of memory, 1 MiB on 64-bit builds, that pymalloc asks the system for and cuts into pools.'),
  means('atomic', 'M6', 'Done as one step that no other thread can come between; `x += 1` is not.'),
  means('await', 'M9', 'Where a coroutine may hand control to the event loop until what it waits for is done; between two awaits no other task runs.'),
  means('backpressure', 'M7', 'A full queue makes its producers wait, so that they cannot run ahead of the consumers.'),
  means('barrier', 'M7', 'A meeting point: threads wait there until a set number of them has come, then all go on.'),
  means('block', 'M3', 'A piece of a pool that one object gets: a multiple of 16 bytes, up to 512, on 64-bit builds.'),
  means('bytecode', 'M5', 'The instructions that Python source is compiled to and that the interpreter executes one by one.'),
  means('condition-variable', 'M7', 'A lock with a waiting room: `wait` releases the lock until another thread calls `notify`.'),
  means('context-manager', 'M4', 'An object whose `__enter__` and `__exit__` run at the two ends of a `with` block, however the block is left.'),
  means('coroutine', 'M9', 'What calling an `async def` function returns; it runs only when it is awaited or made a task.'),
  means('critical-section', 'M7', 'Code that only one thread at a time may be in, since it changes what threads share.'),
  means('cycle', 'M2', 'Objects that refer to each other in a ring, so that none of their reference counts reaches zero.'),
  means('daemon-thread', 'M6', 'A thread that the interpreter does not wait for when it exits.'),
  means('deadlock', 'M7', 'Threads that wait for each other in a ring, so that none can ever go on.'),
  means('event', 'M7', 'A flag that threads can wait for: `set` lets all of them go on.'),
  means('event-loop', 'M9', 'Runs tasks in one thread, one step of one task at a time, and waits for timers and I/O in between.'),
  means('executor', 'M8', 'A pool of threads, processes or interpreters that takes calls and gives a future for each.'),
  means('finalizer', 'M2', 'Code that runs when an object is about to be destroyed: `__del__`, or a callback of `weakref.finalize`.'),
  means('fragmentation', 'M3', 'Free memory in pieces that cannot be used, or given back, because of what is still alive between them.'),
  means('free-threaded-build', 'M10', 'A build of CPython in which the GIL can be off, so that threads execute Python code at the same time (PEP 703).', 'free-threaded build'),
  means('future', 'M8', 'Stands for a result that will come: a value, an exception, or a cancellation.'),
  means('garbage-collector', 'M2', 'The part of CPython that finds objects which only refer to each other, and frees them; counts do the rest.'),
  means('generation', 'M2', 'A group of objects by age; the collector looks at the young ones more often than at the old.'),
  means('generator', 'M4', 'A function with `yield`, or the object that it returns, which makes values one at a time when asked.'),
  means('gil', 'M5', 'The global interpreter lock: in a default build of CPython, a thread must hold it to execute Python bytecode.', 'GIL'),
  means('immortal-object', 'M1', 'An object whose reference count never changes, such as `None` or a small integer (since 3.12).'),
  means('interleaving', 'M6', 'One order in which the steps of several threads can follow each other.'),
  means('lock', 'M7', 'Lets one thread at a time pass between `acquire` and `release`; `with lock:` does both.'),
  means('memoryview', 'M4', 'A window on another object’s bytes, which can be sliced without a copy.'),
  means('mimalloc', 'M10', 'The allocator that free-threaded builds use instead of pymalloc.'),
  means('pickling', 'M10', 'Turning objects into bytes and back, which is how arguments and results travel between processes.'),
  means('pool', 'M3', 'A piece of an arena, 16 KiB on 64-bit builds, that is cut into blocks of one size class.'),
  means('preemption', 'M5', 'A thread is made to stop where it did not ask for it, so that another can run.'),
  means('private-heap', 'M3', 'The memory that CPython manages for its objects; programs reach it only through the interpreter.'),
  means('process', 'M10', 'A running program with memory of its own; each Python process has its own interpreter and its own GIL.'),
  means('pymalloc', 'M3', 'CPython’s allocator for requests of up to 512 bytes; larger ones go to the system’s `malloc`.'),
  means('queue', 'M7', 'Hands items from thread to thread in order, with the locking inside.'),
  means('race-condition', 'M6', 'A result that depends on the order in which threads or tasks happen to run.'),
  means('read-modify-write', 'M6', 'Reading a value, computing a new one and storing it: an update is lost when another thread stores in between.', 'read-modify-write'),
  means('reference', 'M1', 'What a name, an attribute or an item holds: it leads to an object and keeps it alive.'),
  means('reference-count', 'M1', 'The number, kept with each object, of references to it; the object is freed when it drops to zero.'),
  means('rss', 'M3', 'Resident set size: how much physical memory the system says that a process occupies.', 'RSS'),
  means('schedule', 'M6', 'Which thread runs when: the choices that the scheduler made in one run.'),
  means('semaphore', 'M7', 'A counter of permits: `acquire` takes one, or waits while there is none, and `release` gives one back.'),
  means('size-class', 'M3', 'A size of block; a request is rounded up to the next one, in steps of 16 bytes on 64-bit builds.'),
  means('slots', 'M4', 'With `__slots__` an object has room for the named attributes only, and no dictionary of its own.'),
  means('spawn', 'M10', 'Starts a process as a new interpreter, which imports the program’s main module; nothing is inherited by copying memory.'),
  means('spurious-wake-up', 'M7', 'A `wait` that returns although its condition does not hold; that is why it belongs in a loop, or in `wait_for`.', 'spurious wake-up'),
  means('switch-interval', 'M5', 'How long a thread waits for the GIL before it asks the holder to drop it: 5 ms, unless `sys.setswitchinterval` says otherwise.'),
  means('task', 'M9', 'A coroutine that the event loop runs side by side with others.'),
  means('thread', 'M6', 'One flow of execution in a process, with a stack of its own; all threads of a process share its objects.'),
  means('tracemalloc', 'M4', 'The standard library’s module that records which line allocated the memory that is in use.'),
  means('virtual-clock', 'M6', 'The clock of this deck’s cells: when all threads wait, it jumps to the next moment at which one can go on.'),
  means('weak-reference', 'M2', 'Leads to an object without keeping it alive, and gives `None` once the object is gone.'),
]

/** The alias of the glossary slide that has a term; null where there is no such term. */
export function slideOfTerm(id: string): string | null {
  const index = terms.findIndex(term => term.id === id)
  return index < 0 ? null : `glossary-${Math.floor(index / termsPerSlide) + 1}`
}
