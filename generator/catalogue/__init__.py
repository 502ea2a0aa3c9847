"""The joined content as of one date: who receives what, what is in force, what links to what."""
