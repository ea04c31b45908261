"""Reports as attachments."""

from urllib.parse import quote

from fastapi.responses import Response

from interview_cli.text import make_slug

_TYPES = {
    "pdf": "application/pdf",
    "md": "text/markdown; charset=utf-8",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "ics": "text/calendar; charset=utf-8",
    "jsonld": "application/ld+json",
}


def answer_file(content: bytes, name: str, file_format: str) -> Response:
    """Return a file that a browser saves and never shows as a page of this server.

    `name` may come from a session file written by hand, so it is slugged again.
    """
    slug = make_slug(name)
    plain = f"{slug if slug.isascii() else 'report'}.{file_format}"  # for older programs
    named = f"filename=\"{plain}\"; filename*=UTF-8''{quote(f'{slug}.{file_format}')}"
    headers = {"Content-Disposition": f"attachment; {named}"}
    return Response(content, media_type=_TYPES[file_format], headers=headers)
