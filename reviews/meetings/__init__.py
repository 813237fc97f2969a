"""What surrounds a meeting: who may be asked, its calendar file, its pack and its minutes."""
