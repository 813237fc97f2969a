"""`make run`: the web, the worker, beat and, by default, a broker as one supervised process."""
