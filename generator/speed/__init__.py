"""The one room for cleverness: processes and memory between builds. Without it everything works the same, only slower.
Each trick says what it buys; benchmarks/build measures it, docs/speed.md has the figures."""
