"""Read the data files of the package: rules, word lists, prompts, style sheets."""

import pkgutil


def read_data(package: str, file: str) -> str:
    """Return the text of a file below a package. Raises FileNotFoundError."""
    # importlib.resources would take four times as long to import.
    content = pkgutil.get_data(package, file)
    if content is None:  # the loader of the package keeps no data
        raise FileNotFoundError(file)
    return content.decode("utf-8")
