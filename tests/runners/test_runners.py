"""What every runner promises, and what the processes add."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import MissingError, ReportedlyError
from reportedly.runners import Failure, Hired, Outcome, Processes, Runner, Serial, issue_of
from tests.runners import work

RUNNERS = [Serial(), Processes(workers=2, chunk=3), Processes(workers=1, chunk=1)]


@pytest.mark.parametrize("runner", RUNNERS, ids=lambda r: f"{type(r).__name__}{getattr(r, 'workers', '')}")
def test_there_is_one_outcome_an_item_in_order(runner: Runner) -> None:
    outcomes = list(runner.run(work.doubler, range(20)))
    assert outcomes == [Outcome(item=n, value=n * 2) for n in range(20)]
    assert list(runner.run(work.doubler, [])) == []


@pytest.mark.parametrize("runner", RUNNERS[:2], ids=lambda r: type(r).__name__)
def test_an_item_that_fails_stops_no_other(runner: Runner) -> None:
    outcomes = list(runner.run(work.misfit, range(12)))
    failed = {o.item: o.failure for o in outcomes if o.failure}
    assert [o.item for o in outcomes] == list(range(12))
    assert [o.value for o in outcomes if o.item in (2, 4, 11)] == [4, 8, 22]
    assert set(failed) == ({3, 5, 7, 9} if isinstance(runner, Processes) else {3, 5, 9})
    assert (failed[3].kind, failed[5].kind, failed[9].kind) == ("InputError", "ValueError", "RecursionError")
    assert failed[5].message == "five is bad"
    assert failed[5].place.startswith("work.py:")


@pytest.mark.parametrize("runner", RUNNERS[:2], ids=lambda r: type(r).__name__)
def test_items_that_break_off_are_worked_on_as_far_as_they_came(runner: Runner) -> None:
    def broken() -> Iterator[int]:
        yield from range(8)
        raise OSError("the disk is gone")

    seen: list[int] = []
    with pytest.raises(OSError, match="gone"):
        seen.extend(o.item for o in runner.run(work.doubler, broken()))
    assert seen == list(range(8)) or isinstance(runner, Serial)


@pytest.mark.parametrize("runner", RUNNERS[:2], ids=lambda r: type(r).__name__)
def test_a_factory_that_fails_says_why_itself(runner: Runner) -> None:
    with pytest.raises(MissingError, match="pip install model") as refused:
        list(runner.run(work.unable, range(3)))
    assert refused.value.code == "no-model"


def test_the_item_that_kills_its_worker_is_found_and_the_rest_goes_on() -> None:
    outcomes = list(Processes(workers=2, chunk=5).run(work.poison, range(20)))
    failed = {o.item: o.failure for o in outcomes if o.failure}
    assert [o.item for o in outcomes] == list(range(20))
    assert set(failed) == {4, 11, 13}
    assert {f.kind for f in failed.values()} == {"WorkerDied"}
    assert "SIGKILL" in failed[4].message and "SIGSEGV" in failed[11].message and "exit code 0" in failed[13].message
    assert all(o.value == o.item * 2 for o in outcomes if not o.failure)


def test_the_item_that_takes_too_long_is_found_and_the_rest_goes_on() -> None:
    outcomes = list(Processes(workers=2, chunk=2, seconds=0.5).run(work.sleeper, range(6)))
    assert [(o.item, o.failure.kind) for o in outcomes if o.failure] == [(2, "TimeLimit")]
    assert [o.value for o in outcomes if not o.failure] == [0, 1, 3, 4, 5]


def test_workers_that_cannot_start_are_not_started_for_ever() -> None:
    with pytest.raises(ReportedlyError, match=r"no worker process can start.*exit code 3") as refused:
        list(Processes(workers=2).run(work.dying, range(3)))
    assert refused.value.code == "no-worker"


def test_few_items_are_in_memory_however_many_there_are() -> None:
    taken = 0

    def endless() -> Iterator[int]:
        nonlocal taken
        while True:
            yield taken
            taken += 1

    outcomes = Processes(workers=2, chunk=2).run(work.slow, endless())
    for handed_out, _ in zip(range(1, 30), outcomes, strict=False):
        assert taken - handed_out <= 2 * 2 * 4
    outcomes.close()  # type: ignore[attr-defined]


def test_items_and_values_larger_than_a_pipe_pass() -> None:
    items = [bytes([n]) * 3_000_000 for n in range(6)]
    assert [o.value for o in Processes(workers=2, chunk=2).run(work.large, items)] == items


def test_workers_have_one_thread_and_leave_interrupts_to_the_parent() -> None:
    told = [o.value for o in Processes(workers=2, chunk=1).run(work.teller, range(8))]
    assert {(threads, other) for _, threads, other in told if told} == {("1", False)}  # type: ignore[misc]
    assert os.getpid() not in {pid for pid, *_ in told}  # type: ignore[misc]


INTERRUPTED = """
import signal, sys, time
from reportedly.runners import Processes
from tests.runners import work

signal.signal(signal.SIGINT, signal.default_int_handler)  # a shell in the background hands it on as ignored
if __name__ == "__main__":
    try:
        for outcome in Processes(workers=2, chunk=1).run(work.teller, range(10**6)):
            print(outcome.value[0], flush=True)
            time.sleep(0.01)
    except KeyboardInterrupt:
        print("interrupted", flush=True)
"""


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGKILL])
def test_no_worker_outlives_its_parent(tmp_path: Path, sign: signal.Signals) -> None:
    script = tmp_path / "reading.py"
    script.write_text(INTERRUPTED)
    settings = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    child = subprocess.Popen(
        [sys.executable, str(script)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=settings,
        start_new_session=True,
    )
    assert child.stdout is not None
    workers = {int(child.stdout.readline()) for _ in range(20)}
    if sign is signal.SIGINT:
        os.killpg(child.pid, sign)  # as the keyboard does: parent and workers alike
    else:
        os.kill(child.pid, sign)
    said, complained = child.communicate(timeout=180)
    assert ("interrupted" in said) is (sign is signal.SIGINT)
    assert "Traceback" not in complained
    deadline = time.monotonic() + 60
    while any(_lives(pid) for pid in workers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [pid for pid in workers if _lives(pid)]


def _lives(pid: int) -> bool:
    try:
        stat = Path(f"/proc/{pid}/stat").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def test_a_failure_becomes_an_issue_of_its_report() -> None:
    issue = issue_of(Failure(kind="ValueError", message="five", place="dates.py:7 in read"), "karsk-1")
    assert (issue.code, issue.report) == ("report-failed", "karsk-1")
    assert issue.message == "ValueError: five (dates.py:7 in read)"
    assert issue.hint


def test_hired_workers_go_from_one_piece_of_work_to_the_next() -> None:
    hired = Hired(workers=2, chunk=2)
    assert [o.value for o in hired.run(work.doubler, range(9))] == [2 * n for n in range(9)]
    first = {o.value[0] for o in hired.run(work.teller, range(8)) if o.value}
    assert [o.item for o in hired.run(work.poison, range(5)) if o.failure] == [4]
    with pytest.raises(ReportedlyError):
        list(hired.run(work.dying, range(3)))
    assert [o.value for o in hired.run(work.doubler, range(3))] == [0, 2, 4]
    second = {o.value[0] for o in hired.run(work.teller, range(8)) if o.value}
    assert [o.value for o in hired.run(work.doubler, range(3), chunk=1)] == [0, 2, 4]
    hired.close()
    assert not first & second
    assert not [pid for pid in first | second if _lives(pid)]


def test_files_of_the_folder_are_no_modules_of_the_workers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("org", "pickle", "types"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('this is nobody\\'s module')\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    outcomes = list(Processes(workers=1).run(work.doubler, range(3)))
    assert [outcome.value for outcome in outcomes] == [0, 2, 4]
