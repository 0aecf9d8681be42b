"""A page in, its times out: type, TIMEX3 value, and the days that each can mean, anchored on the entry's day."""

from __future__ import annotations

from reportedly.lexicon.dating import Dating
from reportedly.mentions.times import spot_times
from reportedly.model.claim import Issue
from reportedly.model.reading import When
from reportedly.model.text import Page
from reportedly.readings.when_glosses import undoubted, with_glosses
from reportedly.readings.when_issues import time_issues
from reportedly.readings.when_walk import Walk
from reportedly.readings.when_windows import with_windows


class TimeReader:
    """Finds the times of a report and anchors them. Set up once with the dating words of a language."""

    def __init__(self, lexicon: Dating) -> None:
        self.lexicon = lexicon

    def read(self, page: Page) -> tuple[tuple[When, ...], tuple[Issue, ...]]:
        """The times in text order, and what could not be settled."""
        mentions = undoubted(page, spot_times(page, self.lexicon), self.lexicon.turning["doubt"])
        if not mentions:
            return (), ()
        whens = with_glosses(page, Walk(page, self.lexicon, mentions).read())
        return with_windows(page, mentions, whens, self.lexicon), time_issues(page, mentions, whens)
