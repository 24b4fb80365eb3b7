"""Run the migrations on the connection that `bot.storage.migrate` opened."""

from alembic import context
from sqlalchemy.engine import Connection

from bot.storage.models import Base

connection: Connection = context.config.attributes["connection"]

# SQLite can't change a column in place: "batch" makes a new table and copies.
context.configure(
    connection=connection, target_metadata=Base.metadata, render_as_batch=connection.dialect.name == "sqlite"
)
with context.begin_transaction():
    context.run_migrations()
