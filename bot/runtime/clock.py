"""The one place that asks for the time."""

from datetime import UTC, datetime


class SystemClock:
    """Wall time, in UTC."""

    def now(self) -> datetime:
        return datetime.now(UTC)  # noqa: TID251  # the one caller that the ban is there for
