"""Tests of `workbook/cli`."""
