"""A program run under many schedules: searched until one fails, or played by somebody.

Doors: `explore.py`, `moves.py`, `play.py`, `strategies.py`, `trial.py`.
Imports: `trace`, `switching`, `threads`.
"""
