"""Walking a workbook: what shows, what comes next and what it says. Pure: no terminal, no disk."""
