"""Pure work and what it is to be done on in, an outcome for each out, in order: on one core or on several."""

from reportedly.runners.outcome import Failure, Outcome, Runner, issue_of
from reportedly.runners.processes import Hired, Processes
from reportedly.runners.serial import Serial
from reportedly.runners.worker import one_thread

__all__ = ["Failure", "Hired", "Outcome", "Processes", "Runner", "Serial", "issue_of", "one_thread"]
