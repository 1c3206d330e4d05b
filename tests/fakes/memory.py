"""The real store in memory, for the hundreds of communities that stories found.

It is the real database under the real driver and the real statements; a call is answered where it is asked for, on the
next turn of the event loop. What threads and files do is looked at with real ones, in ``tests/adapters/store`` and
``tests/wire``.
"""

from bot.adapters.store.target import read_target

MEMORY = read_target(":memory:")
"""Give it to ``open_store``; every database opened so is one of its own, and gone when it is closed."""
