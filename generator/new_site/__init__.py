"""The files of a new site: what `tthc init` writes. Answers in, texts by path out; nothing of another unit's site."""
