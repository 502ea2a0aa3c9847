"""What a site consists of, as data: pages, exports, sheets and files of each edition, of the communes' own sites, of a
dissolved commune's. `build` makes what changed of it and knows no difference between them."""
