"""Changes returned to their author with a note: branches of their own, whose last commit carries the note."""

from __future__ import annotations

from dataclasses import dataclass

from generator.editor.review.proposals import Proposal
from generator.editor.review.repository import PREFIX, RETURNED, Person, Repository
from generator.io.git import GitError


@dataclass(frozen=True, slots=True)
class ReturnedChange:
    """name: of its branch without the prefix; by: who returned it; note: the reason; files: paths below the content."""

    name: str
    title: str
    author: Person
    by: Person
    date: str
    note: str
    files: tuple[str, ...]


def give_back(repository: Repository, proposal: Proposal, note: str, by: Person) -> None:
    """Withdraw the proposal from those that wait and leave its author the note. Raises GitError."""
    message = f"Trả lại: {proposal.title}\n\n{note.strip()}\n"
    commit = repository.commit(proposal.commit, {}, message, by)
    waiting, returned = f"refs/heads/{PREFIX}{proposal.name}", f"refs/heads/{RETURNED}{proposal.name}"
    if repository.remote:
        repository.git("push", "--quiet", "--atomic", repository.remote, f"{commit}:{returned}", f":{waiting}")
        repository.fetch()
    else:
        repository.git("update-ref", returned, commit)
        repository.git("update-ref", "-d", waiting, proposal.commit)


def returned_changes(repository: Repository) -> list[ReturnedChange]:
    """All returned changes that were not sent again, oldest first. Call fetch first."""
    branches = repository.branches(RETURNED).items()
    return [change for name, commit in branches if (change := _change(repository, name, commit))]


def _change(repository: Repository, name: str, commit: str) -> ReturnedChange | None:
    """The change that a branch holds; None for a branch that the editor did not create."""
    try:
        sent = f"{commit}^"
        base = repository.text("merge-base", repository.main(), sent)
        row = repository.git("show", "-s", "--format=%an%x00%ae%x00%cI%x00%b", commit).decode("utf-8", "replace")
        author = repository.git("show", "-s", "--format=%an%x00%ae%x00%s", sent).decode("utf-8", "replace")
    except GitError:
        return None
    by, by_mail, date, note = row.split("\0", 3)
    sender, mail, title = author.strip().split("\0", 2)
    files = tuple(repository.between(base, sent))
    return ReturnedChange(name, title, Person(sender, mail), Person(by, by_mail), date, note.strip(), files)


def close_returned(repository: Repository, files: set[str]) -> None:
    """Remove the notes about changes of which a file was sent again. Raises GitError."""
    for change in returned_changes(repository):
        if files & set(change.files):
            repository.delete_branch(f"{RETURNED}{change.name}")
