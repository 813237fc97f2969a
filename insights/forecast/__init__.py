"""The chance of an open review's being completed in time, from how long reviews took before."""
