"""The pages in a real browser, in a process of its own: Playwright leaves an event loop running."""

import shutil

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next(filter(None, map(shutil.which, BROWSERS)), None)
"""The path of a browser, or None if none is installed."""
