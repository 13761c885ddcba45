"""Whether a guide hangs together: every mistake that the shape of its files cannot show."""

from workbook.guide.checks.run import check

__all__ = ["check"]
