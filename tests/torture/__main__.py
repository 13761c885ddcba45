"""`python -m tests.torture [--rounds N | --minutes M] [--seed S] [--lock]`: ends with 1 if a promise was broken."""

from __future__ import annotations

import argparse
import itertools
import random
import sys
import time

from tests.torture.rounds import play


def main() -> int:
    """Play rounds, say each, and count them."""
    parser = argparse.ArgumentParser(prog="python -m tests.torture", description=__doc__)
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--rounds", type=int, default=10, help="how many rounds (10)")
    length.add_argument("--minutes", type=float, help="for how many minutes instead")
    parser.add_argument("--seed", type=int, help="the seed of the first round; those after it count on from it")
    parser.add_argument("--lock", action="store_true", help="with a locked library")
    args = parser.parse_args()
    first = random.SystemRandom().randrange(10**6) if args.seed is None else args.seed
    end = time.monotonic() + args.minutes * 60 if args.minutes else None
    stops = failed = rounds = words = 0
    for seed in itertools.count(first):
        if time.monotonic() > end if end else rounds == args.rounds:
            break
        done = play(seed, locked=args.lock)
        print(done, flush=True)
        rounds, stops, words = rounds + 1, stops + len(done.stops), words + done.held
        failed += bool(done.wrong)
    print(f"{rounds} rounds, {stops} stops, {words} words kept; {failed} rounds with something wrong")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
