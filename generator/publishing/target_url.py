"""Resolves a target address: /srv/tthc, ssh://USER@HOST:PORT/srv/tthc, sftp://…"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

from generator.publishing.error import PublishError
from generator.publishing.target import PublishTarget
from generator.publishing.targets.connection import Address
from generator.publishing.targets.local import LocalTarget
from generator.publishing.targets.sftp import SftpTarget
from generator.publishing.targets.ssh import SshTarget

# by the scheme of their addresses
HOSTS: dict[str, Callable[[Address], PublishTarget]] = {"ssh": SshTarget, "sftp": SftpTarget}
# no characters that a shell or an option parser could interpret
REMOTE = re.compile(
    rf"({'|'.join(HOSTS)})://((?:[a-zA-Z0-9_][\w.-]*@)?[a-zA-Z0-9][\w.-]*)(?::(\d{{1,5}}))?(/[\w./-]*[\w-])", re.ASCII
)
NO_FILE = {"none", os.devnull}  # both mean: no settings


def is_address(text: str) -> bool:
    """True for an address, False for the name of a target."""
    return "/" in text


def target_from_url(text: str, ssh_config: Path | None = None) -> PublishTarget:
    """The target at an address. ssh_config: for ssh's option -F. Raises PublishError for an invalid address, and for
    settings that ssh could not read: it would only say so after everything has been built."""
    if "://" not in text and not text.startswith("~"):  # the home folder of somebody who is not known here
        return LocalTarget(Path(text).absolute())
    match = REMOTE.fullmatch(text)
    if not match or ".." in match[4].split("/") or match[3] and not 0 < int(match[3]) < 65536:
        raise PublishError(
            f"“{text}” không phải nơi đăng.",
            "Viết /thư/mục, ssh://người@máy:cổng/thư/mục hoặc sftp://người@máy:cổng/thư/mục.",
            wrong_call=True,
        )
    if ssh_config and str(ssh_config) not in NO_FILE and not (ssh_config.is_file() and os.access(ssh_config, os.R_OK)):
        raise PublishError(
            f"“{ssh_config}” không phải tệp cấu hình của ssh đọc được.",
            "Ghi một tệp như ~/.ssh/config, hoặc bỏ --ssh-config.",
            wrong_call=True,
        )
    return HOSTS[match[1]](Address(match[2], int(match[3] or 0), match[4], ssh_config))
