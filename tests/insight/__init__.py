"""Tests of `workbook/insight`."""
