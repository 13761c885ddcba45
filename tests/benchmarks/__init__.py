"""How fast it is, measured beside something to compare it with: `python -m tests.benchmarks`."""
