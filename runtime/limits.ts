/** How much of a run is shown, kept and allowed. Stated to people in the cell and in the docs. */
export const limits = {
  /** Output is shown up to so many lines … */
  shownLines: 1_000,
  /** … and so many bytes of UTF-8; the rest can be downloaded. */
  shownBytes: 100_000,
  /** Output is kept for the download up to so many bytes; beyond it is counted only. */
  wholeBytes: 16 * 2 ** 20,
  /** A process tells so many events of itself, but for its lines (python/lab/trace/trace.py) … */
  tracedEvents: 100_000,
  /** … and each line so many times, of all lines so many. */
  tracedVisits: 20,
  tracedLines: 4_000,
  /** Characters kept of what a program prints that is played (python/lab/schedules/play.py). */
  playedOutput: 4_000,
  /** Characters kept of what an answer prints during one check (python/lab/grading/grade.py). */
  gradedOutput: 10_000,
  /** Milliseconds of real time that one check may take without having run further schedules, and loading the answer. */
  gradedTime: 10_000,
  /** The interpreter's memory may grow to so many bytes; beyond it Python raises MemoryError (python/lab/run/report.py names the size). */
  heapBytes: 2 ** 30,
} as const
