"""Silence: spans without contact, without the child being seen, alone or heard."""
