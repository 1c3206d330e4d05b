"""Measurements that anybody can repeat; figures and the machine they come from stand in docs/benchmarks.md."""

import sys
from itertools import pairwise

from bot.__main__ import at_home

if any(one == "-m" and name.partition(".")[0] == "bench" for one, name in pairwise(sys.orig_argv)):
    at_home("test")
