"""A home folder in, the gazetteer out: the embedded index, built at first use, and every file the user has added."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from reportedly.errors import GazetteerError
from reportedly.gazetteer.embedded import embedded_rows, embedded_source
from reportedly.gazetteer.index import PlaceIndex
from reportedly.gazetteer.writing import FORMAT, write


def home_folder(environment: Mapping[str, str] | None = None) -> Path:
    """``REPORTEDLY_HOME``, else ``reportedly`` in the user's cache folder (``XDG_CACHE_HOME`` or ``~/.cache``)."""
    given = os.environ if environment is None else environment
    if own := given.get("REPORTEDLY_HOME"):
        return Path(own).expanduser()
    return Path(given.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "reportedly"


def open_gazetteer(home: Path | None = None) -> PlaceIndex:
    """The embedded places first, then the user's files of ``home`` in the order of their names.

    The embedded index always lies in the home folder, so that it is built once for all folders of files."""
    return PlaceIndex((embedded_path(home_folder()), *added_paths(home or home_folder())))


def embedded_path(folder: Path) -> Path:
    """The embedded index of this version; it is built where it is missing, which takes about half a minute."""
    source = embedded_source()
    path = folder / f"places-{source.version}-{FORMAT}.sqlite"
    if not path.is_file():
        try:
            write(path, source, embedded_rows())
        except OSError as error:
            raise GazetteerError(
                f"the embedded places cannot be written ({error.strerror or error})",
                where=str(folder),
                mend="set REPORTEDLY_HOME to a folder that may be written, with 150 MB free",
                code="gazetteer-home",
            ) from None
    return path


def added_paths(folder: Path) -> tuple[Path, ...]:
    """The index files of gazetteers that the user has added."""
    return tuple(sorted((folder / "gazetteers").glob("*.sqlite")))
