"""The pages in a real browser, in a process of its own: Playwright leaves an event loop running."""
