"""Time that stands still until a test moves it."""

from datetime import datetime, timedelta

from tests.build import NOON


class StillClock:
    """``clock.pass_by(minutes=5)``."""

    def __init__(self, at: datetime = NOON) -> None:
        self.at = at

    def now(self) -> datetime:
        return self.at

    def pass_by(self, **span: float) -> None:
        self.at += timedelta(**span)
