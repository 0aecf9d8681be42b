"""A ledger's view in, the bytes of a dossier as PDF out.

It is the printed HTML dossier, set by WeasyPrint, an extra: ``pip install 'reportedly[pdf]'``. Nothing is fetched. The
same ledger gives the same bytes with the same version of WeasyPrint and the same fonts.
"""

from __future__ import annotations

from typing import Any

from reportedly.errors import LedgerError, MissingError
from reportedly.exports.asked import Asked
from reportedly.exports.dossier.page import dossier
from reportedly.exports.walk import Exported

LACKS = "as the dossier in HTML; it is set with the fonts of the machine"


def dossier_pdf(view: Exported, asked: Asked) -> bytes:
    """The whole file. Raises MissingError without WeasyPrint, LedgerError where the dossier does not pass its check."""
    weasyprint = _weasyprint()
    text = "\n".join(dossier(view, asked))
    written = weasyprint.HTML(string=text, url_fetcher=_refuse).write_pdf(pdf_identifier=b"reportedly", pdf_tags=True)
    if not isinstance(written, bytes) or not written.startswith(b"%PDF-"):
        raise LedgerError("the PDF does not begin as one", mend="please report it", code="export-check")
    return written


def _refuse(url: str, *_: object, **__: object) -> dict[str, object]:
    """Nothing of a dossier lies elsewhere."""
    raise LedgerError(f"the dossier asks for {url[:60]}", mend="please report it", code="export-check")


def _weasyprint() -> Any:
    try:
        import weasyprint
    except (ImportError, OSError) as missing:  # OSError: its libraries for text (Pango) are not there
        raise MissingError(
            "a dossier as PDF is set by WeasyPrint, which is not installed",
            mend="pip install 'reportedly[pdf]', or take  --format dossier  and print it from a browser",
            code="no-weasyprint",
        ) from missing
    return weasyprint
