"""What runs inside the interpreter, beside the program that a person wrote.

A room imports only from those after it: grading, run, processes, schedules, memory, trace; then the
ground: pymalloc, system, switching, threads, disguise, host. `engine` is above: it only installs.
"""
