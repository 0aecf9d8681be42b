"""The one door of the product: every command, route and notebook calls a method of ``Ledger``."""

from reportedly.exports.parts import Part, zipped
from reportedly.exports.records import findings_record
from reportedly.ledger.answers import Ask, Linking, Reading, record
from reportedly.ledger.independence import told
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.setting import Setting
from reportedly.model.handed import Handed
from reportedly.store import Decided, Decision

__all__ = [
    "Ask",
    "Decided",
    "Decision",
    "Handed",
    "Ledger",
    "Linking",
    "Part",
    "Reading",
    "Setting",
    "findings_record",
    "record",
    "told",
    "zipped",
]
