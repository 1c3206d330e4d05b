"""Measurements that anybody can repeat; figures and the machine they come from stand in docs/benchmarks.md."""
