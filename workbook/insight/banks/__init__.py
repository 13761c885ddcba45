"""What people wrote, gathered across workbooks, each with where it came from. Pure; nothing is merged unasked."""
