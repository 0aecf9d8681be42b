"""A report's head in, what its outlet says of the region it serves out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from reportedly.model.text import Report

_HOST = re.compile(r"^(?:[a-z]+://)?(?:www\d?\.)?([^/:?#]+)", re.IGNORECASE)
_COUNTRY_ENDINGS = {"uk": "GB", "eu": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Locale:
    """``host`` is the outlet's domain and title without punctuation, in which town names are looked for; ``country``
    comes from the domain's ending."""

    host: str
    country: str | None


def locale_of(report: Report) -> Locale:
    """The locale of the outlet or address of a report; both parts may be empty."""
    given = report.outlet or ""
    address = given if "." in given and " " not in given else report.url or ""
    match = _HOST.match(address)
    domain = match[1].lower() if match else ""
    ending = domain.rpartition(".")[2]
    country = _COUNTRY_ENDINGS.get(ending, ending.upper()) if len(ending) == 2 and "." in domain else None
    named = given if " " in given else ""
    host = "".join(c for c in (domain + named).casefold() if c.isalnum())
    return Locale(host=host, country=country)
