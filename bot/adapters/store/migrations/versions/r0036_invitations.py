"""Who brought whom into a group."""

import sqlalchemy as sa
from alembic import op

revision = "r0036"
down_revision = "r0028"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "invitations",
        sa.Column("community", sa.Text(), nullable=False),
        sa.Column("space", sa.Text(), nullable=False),
        sa.Column("user", sa.Text(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("community", "space", "user", name="pk_invitations"),
    )
    op.create_index("ix_invitations_community_by", "invitations", ["community", "by"])
