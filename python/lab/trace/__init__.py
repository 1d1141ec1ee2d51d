"""A run told as events: who has the interpreter, who waits for what, what the library does.

The door is `trace`. Imports the ground.
"""
