"""What GOV.UK Notify would read into a plain text, and how it is kept from it."""

import pytest

from notifications.transport.markdown import literally


@pytest.mark.parametrize(
    ("written", "given"),
    [
        ("# 1 is first", r"\# 1 is first"),
        ("  ## indented", r"\## indented"),
        ("* a star", r"\* a star"),
        ("- a dash", r"\- a dash"),
        ("---", r"\---"),
        ("___", r"\___"),
        ("12. December", r"12\. December"),
        ("```", r"\```"),
        ("| a | b |", r"\| a | b |"),
        ("^ in a box", "\N{NO-BREAK SPACE}^ in a box"),
        ("=====", "\N{NO-BREAK SPACE}====="),
        ("• a point", "\N{NO-BREAK SPACE}• a point"),
        ("    not code", "not code"),
        ("[a](https://b.example)", r"\[a\](https://b.example)"),
        ("\\[a]", r"\\\[a\]"),
        ("9 April - or so", "9 April - or so"),
        ("Act by: 9 April 2010, at 5pm.", "Act by: 9 April 2010, at 5pm."),
        ("a\n\n* b", "a\n\n\\* b"),
        (
            "https://portal.lscb.example/reviews/A-1_2/",
            "https://portal.lscb.example/reviews/A-1_2/",
        ),
    ],
)
def test_markdown_is_shown_and_not_interpreted(written, given):
    assert literally(written) == given
