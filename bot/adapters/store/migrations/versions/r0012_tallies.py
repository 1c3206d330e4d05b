"""An index from which what befell somebody is counted without looking at the cases."""

from alembic import op

revision = "r0012"
down_revision = "r0017"


def upgrade() -> None:
    """Add the index."""
    columns = ["community", "user", "sanction", "number", "at", "strikes", "undoes"]
    op.create_index("ix_cases_community_user_sanction_number_at_strikes_undoes", "cases", columns)
