"""The terminal app. Nothing outside this folder imports Textual."""
