"""Giveaways: from one line to a draw that anybody can check."""
