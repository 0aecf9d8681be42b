"""Lines or parts in, a file, a folder or a zip file that appears whole or not at all out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from reportedly.errors import InputError
from reportedly.ledger import Part, zipped


def publish_file(out: Path, lines: Iterable[str]) -> None:
    """Writes beside the file and moves it into place when it is whole."""
    with _draft(out) as draft:
        with draft.open("w", encoding="utf-8", newline="\n") as handle:
            handle.writelines(f"{line}\n" for line in lines)
        draft.replace(out)


def publish_bytes(out: Path, octets: bytes) -> None:
    """Writes a file that is no text, beside its place and then into it."""
    with _draft(out) as draft:
        draft.write_bytes(octets)
        draft.replace(out)


def publish_folder(out: Path, parts: Iterable[Part]) -> None:
    """Writes a folder, or a zip file where the name ends in ``.zip``. A folder must be new."""
    if out.suffix.lower() == ".zip":
        with _draft(out) as draft:
            zipped(draft, out.stem, parts)
            draft.replace(out)
        return
    if out.exists():
        raise InputError("there is something of this name already", where=str(out), mend="name a new folder")
    with _draft(out) as draft:
        draft.mkdir()
        for part in parts:
            path = draft / part.name
            path.parent.mkdir(parents=True, exist_ok=True)
            with path.open("wb") as handle:
                handle.writelines(part.content)
        draft.replace(out)


@contextmanager
def _draft(out: Path) -> Iterator[Path]:
    """A name beside the one that is asked for; whatever happens, nothing is left there."""
    draft = out.with_name(f".{out.name}.part")
    try:
        _clear(draft)
        yield draft
    except OSError as error:
        raise InputError(f"cannot write: {error.strerror}", where=str(out), mend="name another file") from error
    finally:
        _clear(draft)


def _clear(draft: Path) -> None:
    if draft.is_dir():
        shutil.rmtree(draft)
    else:
        draft.unlink(missing_ok=True)
