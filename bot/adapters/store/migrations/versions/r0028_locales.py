"""What messengers say of the language of each person."""

import sqlalchemy as sa
from alembic import op

revision = "r0028"
down_revision = "r0026"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "locales",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("locale", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("community", "user", name="pk_locales"),
    )
