"""What a figure should be, beside what it is: every table ends with whether its aim is met."""

from dataclasses import dataclass

_SMALL = 10
MISSED = "**NOT met**"
"""How a line ends whose aim is missed; the page counts them."""


@dataclass(frozen=True, slots=True)
class Aim:
    """A figure that is aimed at; ``at_most`` where less is better."""

    what: str
    value: float
    at_most: bool = False

    def is_met(self, measured: float) -> bool:
        """Say whether a measured figure is good enough."""
        return measured <= self.value if self.at_most else measured >= self.value

    def line(self, measured: float, where: str = "") -> str:
        """Write one line for the page: the aim, what was measured, met or NOT met."""
        bound = "at most" if self.at_most else "at least"
        verdict = "met" if self.is_met(measured) else MISSED
        told = f"{measured:,.3f}" if measured < _SMALL else f"{measured:,.1f}"
        return f"- Aim: {self.what}, {bound} {self.value:,g}: {told}{where and f' ({where})'}, {verdict}"
