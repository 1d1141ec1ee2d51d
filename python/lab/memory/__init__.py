"""What looks at a program's memory find: line by line, or in steps.

The doors are `by_name` and `objects`, and `specimens` for the host. Imports the ground.
"""
