"""Makes the weights that ship, from lawful data."""
