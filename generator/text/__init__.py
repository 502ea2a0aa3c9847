"""Vietnamese text: folding, alphabetical order, slugs, superfluous spaces, suggestions for misspelt words."""
