"""The one door of the product: every command, route and notebook calls a method of ``Ledger``."""

from reportedly.exports.records import findings_record
from reportedly.ledger.answers import Ask, Linking, Reading, record
from reportedly.ledger.independence import told
from reportedly.ledger.ledger import Ledger
from reportedly.ledger.setting import Setting
from reportedly.store import Decided, Decision

__all__ = [
    "Ask",
    "Decided",
    "Decision",
    "Handed",
    "Ledger",
    "Linking",
    "Reading",
    "Setting",
    "findings_record",
    "record",
    "told",
]
