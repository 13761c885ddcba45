"""A guided workbook in the terminal for the days after an interview that ended in a no."""

__version__ = "1.0.0"
