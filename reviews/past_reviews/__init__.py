"""Reviews from before the portal, out of a board's spreadsheet: read, judged row by row, kept.

`reading` makes rows of a file and `facts` makes facts of a row, both without a database; `doubts`
says what is odd but possible, `stage` how far a review came; `plan` judges a file against what
is kept; `keeping` writes what was accepted.
"""
