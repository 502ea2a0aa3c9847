"""Changes that await approval: sending them, listing them, merging them with what was published meanwhile."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, field

from generator.editing.record_text import RecordText
from generator.editing.rewrite import data_of, rewrite
from generator.editing.three_way import Clash, three_way
from generator.editor.reasons import CORRECTION, LAW, Reason
from generator.editor.review.repository import PREFIX, Person, Repository
from generator.io.file import replace_file
from generator.io.git import GitError
from generator.loading.file_names import record_kind
from generator.plain_data import Unchecked
from generator.text.slugs import slug

KINDS = {CORRECTION: "ghi cho đúng", LAW: "quy định thay đổi"}


@dataclass(frozen=True, slots=True)
class Proposal:
    """name: of its branch without the prefix; files: paths below the content."""

    name: str
    commit: str
    base: str
    author: Person
    date: str
    title: str
    message: str
    files: tuple[str, ...]


@dataclass(slots=True)
class Joined:
    """files: bytes after merging, None for removed ones; clashes: by path, conflicting places."""

    files: dict[str, bytes | None] = field(default_factory=dict)
    clashes: dict[str, list[Clash]] = field(default_factory=dict)


def message_of(title: str, reasons: dict[str, Reason], sentences_of: dict[str, list[str]]) -> str:
    """The commit's message: what changes in words, and why, in lines that the history page reads back."""
    lines = [title, ""]
    for path, sentences in sentences_of.items():
        lines += [f"{path}:"] * (len(sentences_of) > 1) + [f"- {sentence}" for sentence in sentences]
    why = {reason.cause for reason in reasons.values() if reason.cause}
    lines.append("")
    lines += [f"Ly-do: {KINDS[one]}" for one in sorted(why)]
    lines += [f"Van-ban: {one}" for one in dict.fromkeys(reason.document for reason in reasons.values()) if one]
    lines += [f"Ap-dung-tu: {one}" for one in dict.fromkeys(reason.day for reason in reasons.values()) if one]
    return "\n".join(lines).strip() + "\n"


def send(repository: Repository, files: dict[str, bytes | None], message: str, author: Person) -> str:
    """Commit the files on a branch of their own and push it. Returns the proposal's name. Raises GitError, with the
    words of the receiving side if it refuses."""
    base = repository.main()
    commit = repository.commit(base, files, message, author)
    title = message.partition("\n")[0]
    name = f"{dt.date.today():%Y%m%d}-{slug(title)[:40].strip('-') or 'thay-doi'}-{commit[:6]}"
    if not repository.remote:
        repository.git("update-ref", f"refs/heads/{PREFIX}{name}", commit)
        return name
    forge, target, options = _forge_of(repository), f"refs/heads/{PREFIX}{name}", list[str]()
    if forge == "agit":
        target, options = f"refs/for/{repository.branch}", [f"topic={name}", f"title={title}"]
    elif forge == "gitlab":
        request = "merge_request"
        options = [f"{request}.create", f"{request}.target={repository.branch}", f"{request}.title={title}"]
    words = [word for option in options for word in ("-o", option)]
    repository.git("push", "--quiet", *words, repository.remote, f"{commit}:{target}")
    return name


def _forge_of(repository: Repository) -> str:
    """`gitlab` (push options), `agit` (Gitea, Forgejo) or "" for a plain repository; the setting tthc.forge decides."""
    chosen = repository.setting("tthc.forge")
    if chosen:
        return chosen if chosen in ("gitlab", "agit") else ""
    address = repository.setting(f"remote.{repository.remote}.url")
    host = re.sub(r"^\w+://", "", address).partition("/")[0]
    return "gitlab" if "gitlab" in host else "agit" if re.search("gitea|forgejo|codeberg", host) else ""


def proposals(repository: Repository) -> list[Proposal]:
    """All proposals that wait, oldest first. Call fetch first."""
    branches = repository.branches(PREFIX).items()
    return [one for name, commit in branches if (one := _proposal(repository, name, commit))]


def _proposal(repository: Repository, name: str, commit: str) -> Proposal | None:
    try:
        base = repository.text("merge-base", repository.main(), commit)
        row = repository.git("show", "-s", "--format=%an%x00%ae%x00%aI%x00%s%x00%B", commit).decode("utf-8", "replace")
    except GitError:
        return None
    author, mail, date, title, message = row.split("\0", 4)
    files = tuple(repository.between(base, commit))
    return Proposal(name, commit, base, Person(author, mail), date, title, message.strip(), files)


def find(repository: Repository, name: str) -> Proposal | None:
    """The proposal of a name."""
    return next((one for one in proposals(repository) if one.name == name), None)


def joined(repository: Repository, proposal: Proposal, chosen: dict[str, str]) -> Joined:
    """The proposal's files merged into the currently published state. chosen: `path#key` → "moi" or "cu", for
    conflicts."""
    result, main = Joined(), repository.main()
    for path in proposal.files:
        before, mine = repository.blob(proposal.base, path), repository.blob(proposal.commit, path)
        theirs = repository.blob(main, path)
        if theirs in (before, mine):
            result.files[path] = mine
            continue
        data, clashes = _join(path, before, mine, theirs)
        open_ones = [clash for clash in clashes if f"{path}#{clash.key}" not in chosen]
        if data is None or open_ones:
            result.clashes[path] = open_ones or [Clash("", "", "cả tệp", "cả tệp")]
            continue
        for clash in clashes:
            if chosen[f"{path}#{clash.key}"] == "moi":
                data = _put(data, clash.key.split("."), clash.mine)
        source, kind = RecordText.of(theirs or b""), record_kind(path)
        assert kind is not None
        result.files[path] = source.bytes_with(rewrite(source.text, kind, data))
    return result


def _join(path: str, before: bytes | None, mine: bytes | None, theirs: bytes | None) -> tuple[Unchecked, list[Clash]]:
    kind = record_kind(path)
    if kind is None or before is None or mine is None or theirs is None:
        return None, []
    try:
        three = [data_of(RecordText.of(raw).text, kind) for raw in (before, mine, theirs)]
    except Exception:  # a side that cannot be read is compared as a whole
        return None, []
    return three_way(*three)


def _put(data: Unchecked, keys: list[str], value: Unchecked) -> Unchecked:
    """`data` with the value at one place replaced."""
    if not keys:
        return value
    if isinstance(data, list):
        at = int(keys[0])
        return [*data[:at], _put(data[at], keys[1:], value), *data[at + 1 :]]
    return {**(data or {}), keys[0]: _put((data or {}).get(keys[0]), keys[1:], value)}


def accept(repository: Repository, proposal: Proposal, files: dict[str, bytes | None], approver: Person) -> str:
    """Publish the merged files as a merge commit in the approver's name, and delete the branch. Raises GitError."""
    main = repository.main()
    message = f"Duyệt: {proposal.title}\n\nNgười soạn: {proposal.author}\n"
    commit = repository.commit(main, files, message, approver, (proposal.commit,))
    if repository.remote:
        repository.git("push", "--quiet", repository.remote, f"{commit}:refs/heads/{repository.branch}")
        repository.git("push", "--quiet", repository.remote, f":refs/heads/{PREFIX}{proposal.name}")
        repository.fetch()
    else:
        ref = f"refs/heads/{repository.branch}"
        if left := update(repository, commit):
            raise GitError(f"trên máy này còn thay đổi chưa gửi ở {', '.join(left)}")
        repository.git("update-ref", ref, commit, main)
        repository.git("read-tree", commit)  # the index follows; the files were updated before
        repository.git("update-ref", "-d", f"refs/heads/{PREFIX}{proposal.name}", proposal.commit)
    return commit


def update(repository: Repository, commit: str) -> list[str]:
    """Write the changes of `commit` to the working tree. Returns the files with conflicting local changes; then nothing
    is written."""
    head = repository.text("rev-parse", "HEAD")
    wanted: dict[str, bytes | None] = {}
    left = []
    for path in repository.between(head, commit):
        file = repository.content / path
        now, new = file.read_bytes() if file.is_file() else None, repository.blob(commit, path)
        if now not in (new, repository.blob(head, path)):
            left.append(path)
        elif now != new:
            wanted[path] = new
    for path, raw in wanted.items() if not left else ():
        file = repository.content / path
        if raw is None:
            file.unlink()
        else:
            file.parent.mkdir(parents=True, exist_ok=True)
            replace_file(file, raw)
    return left


def receive(repository: Repository) -> list[str]:
    """Update the working tree to what others published. Returns the paths whose local changes block the update; in
    that case nothing is changed. Raises GitError."""
    repository.fetch()
    main, head = repository.main(), repository.text("rev-parse", "HEAD")
    if main == head:
        return []
    if repository.text("merge-base", head, main) != head:
        raise GitError("bản trên máy này có phần chưa gửi; nhờ người phụ trách kỹ thuật")
    left = update(repository, main)
    if not left:
        repository.git("update-ref", "HEAD", main, head)
        repository.git("read-tree", main)
    return left
