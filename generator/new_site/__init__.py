"""The files of a new site, written by `tthc init`: answers in, texts by path out; nothing from another unit's site."""
