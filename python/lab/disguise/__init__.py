"""What no program must notice: functions that look like C, and code that is told of nowhere.

Open to all rooms. Imports only `host`.
"""
