"""Tests, in folders that mirror `workbook/`."""
