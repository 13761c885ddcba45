"""Tests of `workbook.flow`: walking a workbook without a terminal or a disk."""
