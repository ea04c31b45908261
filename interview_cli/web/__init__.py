"""Pages and REST endpoints over the same workflow as the commands; needs the extra `web`."""
