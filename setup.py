"""Build step of the wheel: the theme and the content of the whole nation lie beside the package and travel inside it.

Everything else is declared in pyproject.toml.
"""

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # a build in isolation does not look here

from generator.resources import FIELDS, is_national  # noqa: E402  after the line above


class BuildWithResources(build_py):
    """Copies what generator/resources.py looks for. An editable install finds it in the checkout."""

    def run(self) -> None:
        super().run()
        if self.editable_mode:
            return
        data = Path(self.build_lib) / "generator" / "data"
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree("theme", data / "theme", ignore=shutil.ignore_patterns("__pycache__"))
        for file in sorted(Path("content").rglob("*")):
            path = file.relative_to("content").as_posix()
            if is_national(path) or path == FIELDS.name:
                (data / "content" / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(file, data / "content" / path)


setup(cmdclass={"build_py": BuildWithResources})
