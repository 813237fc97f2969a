"""An agreed set as one file for a recipient: numbered documents, a manifest and checksums."""

from reviews.packs.contents import Entry, Pack
from reviews.packs.zipping import zipped

__all__ = ["Entry", "Pack", "zipped"]
