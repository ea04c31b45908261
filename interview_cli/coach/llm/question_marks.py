"""What in a text asks the candidate something: question marks outside of quotes."""

import re

QUESTION_MARK = re.compile(r"\?(?=\W|$)|[？؟]")
"""A question mark, but not one inside a URL."""

_QUOTED = re.compile(
    r"“[^”]{0,400}”|”[^”]{0,400}”|„[^“”]{0,400}[“”]|«[^»]{0,400}»|»[^«]{0,400}«"
    r"|\"[^\"\n]{0,400}\"|(?<!\w)['‘][^'’\n]{0,400}['’](?!\w)|「[^」]{0,400}」|『[^』]{0,400}』"
)
# A question inside a situation ("A customer says: is this safe?") is not a question to the
# candidate.
_REPORTED_QUESTION = re.compile(r"[:：]\s[^:：?？؟\n]{0,200}[?？؟](?=\s+\S)")


def mask_quoted(text: str) -> str:
    """Replace by spaces what a question quotes or reports: it is not asked of the candidate."""
    for quoted in (_QUOTED, _REPORTED_QUESTION):
        text = quoted.sub(lambda match: " " * len(match[0]), text)
    return text
