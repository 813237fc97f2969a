"""What the words of an entry say of the child: seen, seen alone, heard, appointment missed."""

from chronology.seen.guessed import guessed
from chronology.seen.names import Names
from chronology.seen.verdict import Basis, Seen, seen

__all__ = ["Basis", "Names", "Seen", "guessed", "seen"]
