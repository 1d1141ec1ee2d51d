"""A program run under many schedules: searched until one fails, or played by somebody.

The doors are `explore`, `play`, `moves`, `strategies`, `trial`. Imports `trace` and the ground.
"""
