"""One file per subcommand: parse, one call, render, print."""
