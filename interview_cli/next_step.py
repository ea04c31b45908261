"""Next steps as values, which a terminal, a page or a REST client words in its own way."""

from enum import StrEnum
from typing import Literal, NamedTuple


class Action(StrEnum):
    """The kinds of next steps. A step names its session or number where the action needs one."""

    CREATE_INTERVIEW = "create_interview"
    NAME_INTERVIEW = "name_interview"
    """Give a title and a company that can be used."""
    COPY_INTERVIEW = "copy_interview"
    """Open a new interview on the same documents."""
    LEAVE_DAMAGED = "leave_damaged"
    """As COPY_INTERVIEW, from a session whose file was changed by somebody else."""
    UPLOAD = "upload"
    """Give the documents in `missing`."""
    ASK = "ask"
    ANSWER = "answer"
    TYPE_ANSWER = "type_answer"
    """Go on typing the answer to the open question."""
    ANSWER_LINES = "answer_lines"
    """Pipe the answers, one per line, where nobody can be asked."""
    PRACTISE = "practise"
    """Go on with the interview in one sitting."""
    STUDY = "study"
    """Likewise in study mode."""
    PRACTISE_AGAIN = "practise_again"
    """Hold a new interview on the same documents."""
    PLAN = "plan"
    """Say on which day the real interview is."""
    DEBRIEF = "debrief"
    """Note the real interview."""
    SKIP = "skip"
    REDO = "redo"
    """Answer question `number` again."""
    REPEAT_ANSWERS = "repeat_answers"
    """Send the stored answers again, in order, before the new ones."""
    FEEDBACK = "feedback"
    REVIEW_AGAIN = "review_again"
    """Make a new feedback, and keep the present one."""
    EXPORT = "export"
    OVERWRITE = "overwrite"
    """Allow a file that exists to be overwritten."""
    CHOOSE_FILE = "choose_file"
    """Name another file to write to."""
    CHOOSE_HOME = "choose_home"
    """Keep the sessions in another folder."""
    EXPORT_HTML = "export_html"
    KEEP = "keep"
    SHOW_STATUS = "show_status"
    LIST_SESSIONS = "list_sessions"
    SHOW_INTERVIEW = "show_interview"
    SHOW_JOB_POST = "show_job_post"
    CREATE_JOB_POST = "create_job_post"
    NAME_COMPANY = "name_company"
    SAY = "say"
    """Say something to the agent that builds a job post."""
    CHAT = "chat"
    """Go on in the conversation with that agent."""
    EXPORT_JOB_POST = "export_job_post"
    RUN_OCR = "run_ocr"
    KEEP_HIDDEN = "keep_hidden"
    """Keep the hidden text of a document, or save it in another format."""
    MIGRATE_STORE = "migrate_store"
    """Make or update the tables of the database."""
    LIST_USERS = "list_users"
    RENEW_TOKEN = "renew_token"
    """Give a user of the page a new token."""
    ERASE_USER = "erase_user"
    """Remove a user with all their sessions."""
    SET_KEY = "set_key"
    """Store the key of the language model."""
    CHOOSE_MODEL = "choose_model"
    CHOOSE_OFFERED_MODEL = "choose_offered_model"
    CHECK_KEY_OR_CHOOSE_MODEL = "check_key_or_choose_model"
    RETRY_OR_CHOOSE_MODEL = "retry_or_choose_model"


class NextStep(NamedTuple):
    """One thing that can be done next."""

    action: Action
    session_id: str | None = None
    number: int | None = None
    """The number of a question, from 1."""
    missing: tuple[Literal["cv", "job"], ...] = ()
    """The documents that are to be uploaded."""
    samples: int = 1
    """How many reviews are made for one feedback."""


class Resume(NamedTuple):
    """How to continue after the coach stopped: `first`, then `step`, with or without the coach."""

    step: NextStep
    first: "NextStep | str | None" = None
    """What to do first, if anything."""
    offers_offline: bool = False
    """Whether the same step can be taken with the offline coach."""


Hint = NextStep | Resume | str
"""The hint of an error; a string if it does not involve one of our commands."""
