"""Find the title of the job at the head of its ad."""

import re

from interview_cli.english.rules import Rules
from interview_cli.english.words import content_stems

_RULES = Rules("interview_cli.requirements", "ad_title.toml")

_END = re.compile(r"\s[-–—|]\s|[(|,]|\s@\s")
_MAX_WORDS = 8


def find_job_title(ad: str) -> str:
    """Return the title in the first line of an ad: "Site Engineer" of "Site Engineer - Dubai".

    Empty if that line is a sentence or has no words.
    """
    first = next(filter(str.strip, ad.splitlines()), "")
    bare = _RULES.remove("before_title", first.strip(" #*_"))
    title = _END.split(bare, maxsplit=1)[0].strip(" .:")
    return title if len(title.split()) <= _MAX_WORDS else ""


def asks_for_title(text: str, title: str) -> bool:
    """Return whether a text names the job itself and so asks for nothing: "a Site Engineer for …".

    Experience as one is asked for.
    """
    wanted = _RULES.remove("article", text).casefold()
    is_same = bool(content_stems(title)) and wanted.startswith(title.casefold())
    return is_same and _RULES.matches("goes_on", wanted[len(title) :])
