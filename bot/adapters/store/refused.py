"""A database that must not be opened, and what to do about it."""


class StoreRefused(Exception):  # noqa: N818  # it reads as what happened
    """The database cannot be used; ``remedy`` is a plain sentence with the fix, fit for a terminal."""

    def __init__(self, remedy: str) -> None:
        super().__init__(remedy)
        self.remedy = remedy
