"""What the tables look like on paper: the same blocks as PDF and as Word."""

from insights.papers.blocks import Block, Grid, Heading, Paper, Picture, Words
from insights.papers.pdf import write_pdf
from insights.papers.word import write_word

__all__ = ["Block", "Grid", "Heading", "Paper", "Picture", "Words", "write_pdf", "write_word"]
