"""Contests: people bring something, a jury or everybody judges it, and the best get the prizes."""
