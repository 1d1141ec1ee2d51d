"""One program, from its first line to its last object; a child process.

The doors are `program`, and `child` and `warm_up` for the host. Imports all rooms but `grading`.
"""
