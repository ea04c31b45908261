"""The plain editor keeps a text before it shows it: a signal may come in between."""

from types import SimpleNamespace

import pytest
from prompt_toolkit.input import create_pipe_input

from interview_cli.terminal import plain_editor
from interview_cli.terminal.boxes import Box
from interview_cli.terminal.plain_editor import PlainEditor


class Screen:
    """A terminal at which a signal comes as soon as something is shown while it is on."""

    def __init__(self) -> None:
        self.is_on = False

    def write(self, shown: bytes) -> None:
        if self.is_on:
            raise KeyboardInterrupt

    def flush(self) -> None:
        pass


@pytest.mark.parametrize(
    ("draft", "keys", "kept"),
    [
        ("", "t", "t"),
        ("half a though", "t", "half a thought"),
        ("two words", "\x7f", "two word"),
        ("two words", "\x17", "two "),
        ("a line\n", "\x7f", "a line"),
    ],
    ids=["the first letter", "a letter", "backspace", "a word", "a line"],
)
def test_what_a_signal_keeps_from_the_screen_is_kept(
    monkeypatch: pytest.MonkeyPatch, draft: str, keys: str, kept: str
) -> None:
    screen, changes = Screen(), []
    stderr = SimpleNamespace(buffer=screen, encoding="utf-8")
    monkeypatch.setattr(plain_editor, "sys", SimpleNamespace(stderr=stderr))
    with create_pipe_input() as pipe:
        monkeypatch.setattr(plain_editor, "create_input", lambda: pipe)

        def type_keys() -> None:
            screen.is_on = True
            pipe.send_text(keys)

        saver = SimpleNamespace(failure=None)
        box = Box("the answer", max_chars=1_000, draft=draft)
        editor = PlainEditor(box, changes.append, type_keys, saver)
        with pytest.raises(KeyboardInterrupt):
            editor.run()
    assert changes == [kept]
