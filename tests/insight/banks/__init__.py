"""Banks across workbooks."""
