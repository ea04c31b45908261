"""Shared by the commands: options, inputs, output, progress."""
