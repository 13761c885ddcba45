"""The widget of every kind of field, driven by keys and mouse and looked at by its visible text."""
