"""What no program must notice: functions that look like C, and code that is told of nowhere.

Doors: all. Imports: the ground alone.
"""
