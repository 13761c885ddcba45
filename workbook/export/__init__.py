"""Writing workbooks out in forms that other programs read."""
