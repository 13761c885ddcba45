"""How fast it is, measured beside something to compare it with: `python -m tests.benchmarks`.

Everything in one table is measured in one run, taking turns, so that a busy machine slows both sides. What counts
is the ratio; the figures themselves belong to the machine they were taken on.
"""
