"""The MkDocs plug-in, the only module that imports MkDocs. It loads and checks the content before MkDocs writes
anything, gives MkDocs an empty folder, and swaps the finished site in at the end: a failed build changes nothing."""

from __future__ import annotations

import datetime as dt
import io
import logging
import shutil
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import Files

from generator.build import garbage
from generator.build.full_text_index import LatestTaskRunner
from generator.build.pipeline import SiteBuilder
from generator.build.shards import Shard
from generator.commands._shared.build_steps import BuildOptions, BuildRefused, builder_of, checked, written
from generator.commands._shared.project_file import DEFAULTS, Project
from generator.io import streams
from generator.io.guard import OutputRefused, plain
from generator.io.staging import recover
from generator.loading.merge_conflict import HINT, REASON, marked_line
from generator.reporting.edit_link import with_edit_link
from generator.reporting.error_overlay import with_error_overlay
from generator.resources import THEME

if TYPE_CHECKING:
    from generator.build.watcher import ChangesBeforeWatching

log = logging.getLogger("mkdocs.plugins.tthc")


class TthcConfig(Config):
    """Options in mkdocs.yml. as_of: overrides the day in site.yml; strict: refuse content with errors; search: also
    build Pagefind's index; cache: keep a build cache in .cache/ beside mkdocs.yml."""

    as_of = config_options.Optional(config_options.Type((str, dt.date)))
    strict = config_options.Type(bool, default=True)
    search = config_options.Type(bool, default=True)
    cache = config_options.Type(bool, default=True)


class TthcPlugin(BasePlugin[TthcConfig]):
    """Loads content/ (MkDocs' docs_dir) and writes the site."""

    serving = False
    later = LatestTaskRunner()
    timings = False
    shard: Shard | None = None
    carried: frozenset[dt.date] = frozenset()
    empty_dir = ""
    begun = 0.0
    content: str
    out: Path
    build: SiteBuilder
    earlier: ChangesBeforeWatching | None = None
    written = False  # serve has a site to show
    failed = ""  # why the last build wrote none

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """This event also makes MkDocs keep the plug-in between rebuilds of `serve`."""
        self.serving = command == "serve"
        streams.prepare()  # `mkdocs build` does not go through cli.py
        garbage.collect_rarely()

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Load and check; raises PluginError with all messages if the content has errors."""
        self.begun = time.perf_counter()
        here = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        self.out = Path(config.site_dir)
        withhold = self.config.strict and not self.serving
        if self.serving and not self.earlier:
            from generator.build.watcher import ChangesBeforeWatching

            self.earlier = ChangesBeforeWatching(filter(None, (config.docs_dir, config.config_file_path)))
        project = Project(
            Path(config.docs_dir),
            self.out,
            list(config.theme.dirs),
            here / ".cache" if self.config.cache else None,
            str(self.config.as_of) if self.config.as_of else None,
            self.config.strict,
            self.config.search,
        )
        try:
            self.build = builder_of(
                project,
                withhold=withhold,
                later=self.later if self.serving else None,
                shard=self.shard,
                carried=self.carried,
            )
            if shown := checked(self.build):
                log.warning("%s", shown)
        except OutputRefused as refused:
            raise _wrong_call(refused, self.serving) from None
        except BuildRefused as refused:
            raise PluginError(str(refused)) from None
        # MkDocs lists all theme files at start; hide Material's 14,000 from it
        config.theme.dirs = [folder for folder in config.theme.dirs if "material" not in Path(folder).parts[-2:]]
        config.theme.static_templates = set()
        # MkDocs lists docs_dir and empties site_dir: give it an empty folder for both
        self.empty_dir = tempfile.mkdtemp(prefix="tthc-")
        self.content = config.docs_dir
        config.docs_dir = config.site_dir = self.empty_dir
        return config

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Content is data, and theme files are published by this generator: MkDocs copies nothing."""
        return Files([])

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the site and swap it in."""
        self._remove_temp_dir()
        config.docs_dir, config.site_dir = self.content, str(self.out)
        try:
            written(self.build, self.begun, self.timings)
        except OutputRefused as refused:
            raise _wrong_call(refused, self.serving) from None
        except BuildRefused as refused:
            self.failed = str(refused)
            if not self.written:
                raise PluginError(self.failed) from None
            log.error(self.failed)  # after an exception MkDocs would answer no request until a build succeeds
            return
        self.failed, self.written = "", self.serving

    def on_serve(self, server: Any, *, config: MkDocsConfig, builder: Any) -> Any:
        """Show check errors and the link to the editor on the served pages, and watch files with native events."""
        from generator.build.watcher import native_observer, rebuild_once_started
        from generator.commands._shared.editor_process import EditorProcess

        app = with_error_overlay(server.get_app(), lambda: self.build.problems, lambda: self.failed)
        server.set_app(with_edit_link(app, lambda: self.build.page_sources(), EditorProcess(Path(config.docs_dir))))
        observer = native_observer()
        if observer:
            watched = []
            for path in filter(None, (config.docs_dir, config.config_file_path, *config.theme.dirs)):
                with suppress(KeyError):  # theme folders are watched only on demand
                    server.unwatch(path)
                    watched.append(path)
            server.observer = observer
            for path in watched:
                server.watch(path)
        if self.earlier:
            rebuild_once_started(server.observer, self.earlier, builder)
        return server

    def on_build_error(self, error: Exception) -> None:
        """Delete the temporary folder."""
        self._remove_temp_dir()

    def _remove_temp_dir(self) -> None:
        if self.empty_dir:
            shutil.rmtree(self.empty_dir, ignore_errors=True)
            self.empty_dir = ""


def build(options: BuildOptions) -> int:
    """`mkdocs build` with these options, for a project file that MkDocs has to judge. Returns the exit code."""
    from mkdocs.commands.build import build as mkdocs_build
    from mkdocs.exceptions import Abort

    _configure_logging()
    config = _load(options.config_file, options.content, options.out)
    plugin = config and config.plugins.get("tthc")
    if not config or not isinstance(plugin, TthcPlugin):
        return _unusable(options.config_file)
    plugin.config.strict, plugin.timings = options.strict, options.timings
    plugin.shard, plugin.carried = options.shard, options.carried
    if options.as_of:
        plugin.config.as_of = options.as_of
    try:
        mkdocs_build(config)
    except (Abort, SystemExit) as ended:
        return ended.code if isinstance(ended.code, int) else 1
    return 0


def serve(content: Path | None, address: str | None, config_file: Path | None) -> int:
    """`tthc serve`: runs `mkdocs serve`. Returns the exit code."""
    from mkdocs.commands.serve import serve as mkdocs_serve

    _configure_logging()
    config = _load(config_file, content, None)
    if not config or not isinstance(config.plugins.get("tthc"), TthcPlugin):
        return _unusable(config_file)
    recover(Path(config.site_dir))
    options: dict[str, Any] = {"docs_dir": str(plain(content))} if content else {}
    mkdocs_serve(_source(config_file), dev_addr=address, **options)
    return 0


def theme_dirs(config_file: Path | None, content: Path) -> list[str]:
    """The folders with templates and icons, first wins, for the communes' own sites."""
    config = _load(config_file, content, None)
    return list(config.theme.dirs) if config else [str(THEME)]


class _Defaults(io.BytesIO):
    """The default mkdocs.yml. MkDocs closes it after each read, and reads it again."""

    def close(self) -> None:
        """Do nothing: the data must stay readable."""


def _source(config_file: Path | None) -> Any:
    """The config source for MkDocs: the file, or the defaults."""
    if config_file:
        return str(config_file)
    return _Defaults(DEFAULTS.encode())


def _unusable(config_file: Path | None) -> int:
    text = config_file.read_text("utf-8", "replace") if config_file else ""
    if line := marked_line(text):
        print(f"tthc: {config_file}:{line}: {REASON}. {HINT}", file=sys.stderr)
        return 2
    print(f"tthc: không dùng được {config_file}: cần có “plugins: [tthc]” như mkdocs.yml của dự án.", file=sys.stderr)
    return 2


def _wrong_call(refused: OutputRefused, serving: bool) -> BaseException:
    """The exception that ends MkDocs with exit code 2; under `serve`, only this build."""
    if serving:
        return PluginError(str(refused))
    print(f"tthc: {refused}", file=sys.stderr)
    return SystemExit(2)


def _load(config_file: Path | None, content: Path | None, out: Path | None) -> MkDocsConfig | None:
    """The MkDocs config; None, after logging MkDocs' message, if it is invalid."""
    from mkdocs.config import load_config
    from mkdocs.exceptions import Abort, ConfigurationError

    options = {}
    if content:
        options["docs_dir"] = str(plain(content))
    if out:
        options["site_dir"] = str(plain(out))
    try:
        return load_config(_source(config_file), **options)
    except (Abort, ConfigurationError) as error:
        log.error("%s", error)
        return None


def _configure_logging() -> None:
    """Send MkDocs' warnings and errors to standard error, without its formatting."""
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("%(message)s"))
    logger = logging.getLogger("mkdocs")
    logger.handlers, logger.propagate = [handler], False
    logger.setLevel(logging.WARNING)
