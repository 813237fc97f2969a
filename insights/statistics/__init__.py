"""The published tables, from the records: what is counted, of what, in which period, and how.

`facts` and `children` read what the tables need, a few columns of each row; everything else is
plain arithmetic over them, so that the list behind a number is found by what counted it.
"""
