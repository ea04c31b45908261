"""Next steps → commands of the terminal, ready to be typed."""

from interview_cli.next_step import Action, Hint, NextStep, Resume
from interview_cli.store.ids import short_id

LIST_ALL = "interview status --all"
STUDY_OPTION = "--study"
_COMMANDS = {
    Action.CREATE_INTERVIEW: 'interview new --title "Nurse" --company "City Hospital"',
    Action.COPY_INTERVIEW: "interview new --from {session}",
    Action.UPLOAD: "interview upload {session}{documents}",
    Action.ASK: "interview ask {session}",
    Action.ANSWER: "interview answer {session}",
    Action.TYPE_ANSWER: "interview answer {session}",
    Action.ANSWER_LINES: "interview answer --lines <answers.txt",
    Action.PRACTISE: "interview practice {session}",
    Action.STUDY: "interview practice {session} --study",
    Action.PRACTISE_AGAIN: "interview practice --from {session}",
    Action.PLAN: "interview plan {session} --date YYYY-MM-DD",
    Action.DEBRIEF: "interview debrief {session}",
    Action.SKIP: "interview answer --skip",
    Action.REDO: "interview redo {session} --number {number}",
    Action.FEEDBACK: "interview feedback {session}{samples}",
    Action.REVIEW_AGAIN: "interview feedback {session} --again{samples}",
    Action.EXPORT: "interview export {session}",
    Action.KEEP: "interview keep {session}",
    Action.SHOW_STATUS: "interview status {session}",
    Action.LIST_SESSIONS: LIST_ALL,
    Action.SHOW_INTERVIEW: "interview show {session}",
    Action.SHOW_JOB_POST: "interview job-post show {session}",
    Action.CREATE_JOB_POST: 'interview job-post new --company "…"',
    Action.SAY: 'interview job-post say "…" --post {session}',
    Action.CHAT: "interview job-post chat {session}",
    Action.EXPORT_JOB_POST: "interview job-post export {session}",
    Action.LIST_USERS: "interview users list",
    Action.SET_KEY: "interview config set-key",
}
"""The command of each action that is one."""
_SENTENCES = {
    Action.NAME_INTERVIEW: 'give it as in --title "Nurse" --company "Acme"',
    Action.COPY_INTERVIEW: "to practise again on the same documents: {command}",
    Action.LEAVE_DAMAGED: "that file was left as it was; continue in a new session: {command}",
    Action.DEBRIEF: "give the questions, one a line: {command} --questions FILE; "
    "or --outcome and --went",
    Action.ANSWER_LINES: "pipe the answers, one per line: {command}",
    Action.SKIP: "to leave a question out: {command}",
    Action.REPEAT_ANSWERS: "pipe the stored answers first, unchanged, "
    "or give one answer: interview answer",
    Action.OVERWRITE: "add --force to overwrite it",
    Action.CHOOSE_FILE: "give another -o FILE",
    Action.CHOOSE_HOME: "choose another folder with --home",
    Action.MIGRATE_STORE: "run: interview store migrate",
    Action.RENEW_TOKEN: "to make a new token: interview users token NAME",
    Action.ERASE_USER: "to erase them too: interview users rm NAME --with-sessions",
    Action.EXPORT_HTML: "export it as HTML: --format html",
    Action.KEEP: "to bring it back: {command}",
    Action.CREATE_JOB_POST: "{command}, or interview job-post list",
    Action.NAME_COMPANY: 'give it as in --company "City Hospital"',
    Action.RUN_OCR: "give it as DOCX or text, or run OCR on it: "
    "ocrmypdf --force-ocr cv.pdf new.pdf",
    Action.KEEP_HIDDEN: "give the document in another format, or keep what is hidden: "
    "--keep-hidden",
    Action.SET_KEY: "store a key with {command}, or set OPENAI_API_KEY, "
    "or OPENAI_BASE_URL for a server of your own",
    Action.CHOOSE_MODEL: "choose another model with --model",
    Action.CHOOSE_OFFERED_MODEL: "choose a model that it has, with --model or INTERVIEW_MODEL",
    Action.CHECK_KEY_OR_CHOOSE_MODEL: "check what the key may do, "
    "or choose another model with --model",
    Action.RETRY_OR_CHOOSE_MODEL: "try again, or choose another model with --model",
}
"""What a hint says where the bare command is not enough."""
_UNNAMED = {Action.PRACTISE: ""}
"""What stands for the session of a step that needs none."""
_OPTIONS = {"cv": "--cv FILE", "job": "--job FILE"}


def spell_command(step: NextStep) -> str:
    """Return the command of a step. Raises KeyError for an action without one."""
    action = Action.COPY_INTERVIEW if step.action is Action.LEAVE_DAMAGED else step.action
    session = short_id(step.session_id) if step.session_id else _UNNAMED.get(action, "SESSION")
    command = _COMMANDS[action].format(
        session=session,
        number=step.number,
        documents="".join(f" {_OPTIONS[document]}" for document in step.missing),
        samples=f" --samples {step.samples}" if step.samples > 1 else "",
    )
    return command.rstrip()


def spell_hint(hint: Hint) -> str:
    """Return what stands after `hint:` on the terminal."""
    if isinstance(hint, str):
        return hint
    if isinstance(hint, Resume):
        return _spell_resume(hint)
    if hint.action not in _SENTENCES:
        return spell_command(hint)
    sentence = _SENTENCES[hint.action]
    return sentence.format(command=spell_command(hint)) if "{command}" in sentence else sentence


def _spell_resume(resume: Resume) -> str:
    command = spell_command(resume.step)
    if not resume.offers_offline:
        return f"to continue: {command}"
    before = f"{spell_hint(resume.first)}, then" if resume.first else "to try again"
    # The offline coach takes no samples.
    offline = spell_command(resume.step._replace(samples=1))
    return f"{before}: {command} (without a model: {offline} --coach offline)"


def spell_collection(
    home: str, ttl: str | None = None, *, finished: bool = False, all_owners: bool = False
) -> list[str]:
    """Return the words, after the program's own, that collect expired sessions without output."""
    options = ["--ttl", ttl] if ttl else []
    options += ["--finished"] if finished else []
    options += ["--all-owners"] if all_owners else []
    return ["gc", "--quiet", *options, "--home", home]


def spell_timer_start(unit: str) -> str:
    """Return the commands that start a systemd timer of the user, one per line."""
    return f"systemctl --user daemon-reload\nsystemctl --user enable --now {unit}"
