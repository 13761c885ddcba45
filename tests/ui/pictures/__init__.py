"""How pictures across workbooks are drawn."""
