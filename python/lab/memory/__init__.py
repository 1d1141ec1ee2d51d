"""What looks at a program's memory find: line by line, or in steps.

Doors: `by_name.py`, `objects.py`, `specimens.py`.
Imports: `pymalloc`, `system`, `switching`, `threads`.
"""
