"""The editor application: the state that its views share."""

from __future__ import annotations

import datetime as dt
import mimetypes
import os
import re
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

import jinja2

from generator.checks._engine.rule import all_rules
from generator.editor.bases import Bases
from generator.editor.drafts import Drafts
from generator.editor.earlier import EarlierStates
from generator.editor.errors_on_disk import ErrorsOnDisk, by_command
from generator.editor.form.value_lists import list_for
from generator.editor.form_words import in_form
from generator.editor.import_plans import ImportPlans
from generator.editor.loaded_content import LoadedContent
from generator.editor.preview import Preview
from generator.editor.reasons import Reasons
from generator.editor.responses import Response, html
from generator.editor.review.sent import Sent
from generator.editor.review.whole_check import WholeCheck
from generator.editor.security import Guard
from generator.editor.titles import shown_day
from generator.editor.workspace import Workspace
from generator.problem import Problem
from generator.resources import THEME
from generator.schema.kinds import Kind


@dataclass(frozen=True, slots=True)
class FormContext:
    """Values that all templates of a form use. messages: problems by key."""

    messages: dict[str, list[Problem]]
    kind: Kind

    def list_for(self, key: str, name: str) -> str:
        """The list that suggests values for a control."""
        return list_for(self.kind, key, name)


HERE = Path(__file__).parent


def _media_type(name: str) -> str:
    """The media type of a file, by its name; Windows may have another one for scripts."""
    return "text/javascript" if name.endswith(".js") else mimetypes.guess_type(name)[0] or "application/octet-stream"


class Editor:
    """content: the folder that is edited; author: `Name <mail>` used when no header names one; author_header: header
    in which a proxy in front states who is signed in; alone: an author may approve their own change."""

    def __init__(
        self,
        content: Path,
        guard: Guard,
        *,
        as_of: dt.date | None = None,
        author: str = "",
        author_header: str = "",
        alone: bool = False,
        theme_dirs: Callable[[], list[str]] | None = None,
    ) -> None:
        self.content, self.guard, self.as_of = content, guard, as_of
        self.alone = alone
        self.default_author, self.author_header = author, author_header
        self.workspace = Workspace(content)
        self.loaded = LoadedContent(content)
        self.workspace.on_write = self.loaded.expire
        self.preview = Preview(theme_dirs or (lambda: [str(THEME)]))
        self.bases, self.imports = Bases(), ImportPlans()
        folder = Path(os.path.abspath(content)).parent / ".cache" / "soan"
        self.drafts, self.reasons = Drafts(folder), Reasons(folder)
        self.earlier = EarlierStates(folder / "truoc")
        self.workspace.on_replaced = self.earlier.keep
        self.errors = ErrorsOnDisk(by_command(content, as_of))
        self.sent, self.whole_check = Sent(folder), WholeCheck()

    @cached_property
    def templates(self) -> jinja2.Environment:
        environment = jinja2.Environment(
            loader=jinja2.FileSystemLoader(HERE / "templates"),
            autoescape=True,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=jinja2.StrictUndefined,
        )
        environment.filters["address"] = quote
        environment.filters["day"] = shown_day
        environment.filters["in_form"] = in_form
        environment.globals |= {"editor": self, "ctx": FormContext}
        return environment

    def warm_up(self) -> None:
        """Read the content and the rules in the background, so that the first page need not wait."""
        threading.Thread(target=self._warm_up, daemon=True).start()

    def _warm_up(self) -> None:
        self.loaded.refresh()
        all_rules()

    def page(self, template: str, status: int = 200, **values: object) -> Response:
        """A page from a template."""
        return html(self.templates.get_template(template).render(**values), status)

    def no_repository(self, reason: Exception) -> Response:
        """The page for those who work without git: what happens with what they save."""
        return self.page("no-repository.html", folder=os.path.abspath(self.content), reason=reason)

    def asset(self, name: str) -> Response:
        """A style or script of the editor."""
        file = HERE / "assets" / name
        if not re.fullmatch(r"[a-z0-9-]+\.(?:js|css|svg)", name) or not file.is_file():
            return html("Không có tệp này.", 404)
        return Response(file.read_bytes(), 200, f"{_media_type(name)}; charset=utf-8")

    def site_asset(self, name: str) -> Response:
        """A style or script of a previewed page: public, because a sandboxed frame requests it."""
        data = self.preview.asset(name)
        if data is None:
            return html("Không có tệp này.", 404)
        headers = {"Access-Control-Allow-Origin": "*", "Cross-Origin-Resource-Policy": "cross-origin"}
        return Response(data, 200, _media_type(name), headers)

    def author_of(self, headers: Mapping[str, str]) -> str:
        """The author of the request."""
        given = headers.get(self.author_header, "") if self.author_header else ""
        return re.sub(r"[\x00-\x1f\x7f]", " ", given).strip()[:120] or self.default_author
