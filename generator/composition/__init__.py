"""What a site consists of, as data: the pages, exports, sheets and files of each edition, of the communes' own sites,
of a dissolved commune's site. `build` treats all of them alike."""
