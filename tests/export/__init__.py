"""Tests of `workbook/export`."""
