"""What a process has from its system: a fresh start, files, processor time, frames, an event loop.

Open to `engine`; `fresh` to rooms above, `walls` to the host. Imports `threads` and what is below.
"""
