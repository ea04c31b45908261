"""`python -m interview_cli`."""

from interview_cli.cli import main

main()
