"""A board to try the portal with: fictional people, families and reviews.

Everything goes through the doors that people use, so that each case has its history, its clocks
and its place in the log.
"""
