"""What every adapter of a kind must do. The classes here are inherited by test modules, so their asserts explain."""

from pathlib import Path

import pytest

pytest.register_assert_rewrite(*(f"{__name__}.{file.stem}" for file in Path(__file__).parent.glob("[!_]*.py")))
