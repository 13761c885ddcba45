"""What the workbook says: its coverage, its tone, its pace and its people to talk to."""
