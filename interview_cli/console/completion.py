"""The completion script for zsh, with what Typer's lacks."""

from typer import _completion_classes, _completion_shared

# zsh runs the installed script on the first Tab of a shell, and expects it to complete. Typer's
# script only registers its function: nothing would happen. `compstate` is set while zsh completes.
_COMPLETE_NOW = """
if (( ${+compstate} )); then
  %(complete_func)s "$@"
fi
"""


def mend_zsh_script() -> None:
    """Let the script that Typer prints and installs for zsh complete on the first Tab, too."""
    script = _completion_shared.COMPLETION_SCRIPT_ZSH.rstrip() + "\n" + _COMPLETE_NOW
    _completion_shared._completion_scripts["zsh"] = script
    _completion_classes.ZshComplete.source_template = script
