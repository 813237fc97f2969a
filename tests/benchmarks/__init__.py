"""Figures beside their baselines, one JSON line each: `python -m tests.benchmarks`."""
