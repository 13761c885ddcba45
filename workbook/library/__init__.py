"""Keeping workbooks on disk with TinyDB, so that no stop at any moment loses or tears one."""
