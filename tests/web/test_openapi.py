"""The endpoints do what their OpenAPI document says, whatever they are sent."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.time_limits import scaled
from tests.web.conftest import Client

# A form may fit the schema and still be refused: an empty title, text that is too short. And in a
# form every value is a text, of which an empty one counts as not given, whatever the schema says.
UNDECIDED = "positive_data_acceptance,negative_data_rejection"
CONFIG = """
[parameters]
"path.id" = "{interview}"
"path.session_id" = "{post}"
"""


@pytest.mark.slow
def test_nothing_contradicts_the_document(client: Client, tmp_path: Path) -> None:
    post = client.ok(client.post("/create-job-post", company_name="Acme", message="a nurse"))
    ids = {"interview": client.answered(), "post": post["session_id"]}
    config = tmp_path / "schemathesis.toml"
    config.write_text(CONFIG.format(**ids))
    program = shutil.which("schemathesis", path=Path(sys.executable).parent)
    done = subprocess.run(
        [
            str(program),
            "--config-file",
            str(config),
            "run",
            f"http://127.0.0.1:{client.port}/openapi.json",
            *("--max-examples", "10", "--phases", "coverage,fuzzing", "--no-color"),
            *("--generation-database", "none", "--exclude-checks", UNDECIDED),
        ],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        timeout=scaled(300),
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_answer_of_an_endpoint_is_described(client: Client) -> None:
    schema = client.ok(client.get("/openapi.json"))
    for path, methods in schema["paths"].items():
        for method, operation in methods.items():
            assert operation["description"], (method, path)
            assert {"200", "400", "404", "409", "502"} <= set(operation["responses"]), path
            assert "422" not in operation["responses"]
