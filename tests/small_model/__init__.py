"""An interview and a job post on a small real model: `make test-model`."""
