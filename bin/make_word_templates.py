#!/usr/bin/env python3
"""Writes the portal's own Word templates, from reviews/word/wording.json."""

import os
import sys
from pathlib import Path

HOME = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HOME))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_portal.settings")

import django

django.setup()

from reviews.word.filling import try_on_made_up_case
from reviews.word.kinds import TEMPLATES, PaperKind
from reviews.word.making import make

for kind in PaperKind:
    made = make(kind)
    try_on_made_up_case(made)
    (TEMPLATES / f"{kind.value}.docx").write_bytes(made)
