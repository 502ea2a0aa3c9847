"""The joined content as of one date: who receives which procedure, what is in force, how records refer to each
other."""
