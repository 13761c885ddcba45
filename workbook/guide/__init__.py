"""The guide: everything the pages say and ask, read from content files and checked."""
