"""Click through a whole interview and a whole job post: `python -m tests.browser ADDRESS`.

Fails on any request to another server, any report of the content policy, any message on the
console, any finding of axe, and any page that is wider than its window.
"""

import argparse
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from pathlib import Path

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, Route, expect, sync_playwright

from tests.time_limits import scaled

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
ANSWERS = [line for line in (EXAMPLES / "answers.txt").read_text("utf-8").splitlines() if line]
WATCH_POLICY = """
    document.addEventListener("securitypolicyviolation", (event) =>
        console.error(`policy: ${event.violatedDirective} ${event.blockedURI}`));
"""

CONTINUED_AT = """(element) => {
    const range = document.createRange();
    range.selectNodeContents(element);
    const [first, ...others] = range.getClientRects();
    const below = others.filter((part) => part.top > first.top + 5);
    return below.length === 0 ? 0 : Math.min(...below.map((part) => part.left)) - first.left - 20;
}"""
"""How many pixels more than 20 the second line of a paragraph begins to the right of the first."""


class Walk:
    """One user with one window."""

    def __init__(
        self, page: Page, address: str, pictures: Path | None, *, has_script: bool
    ) -> None:
        self.page = page
        self.address = address
        self.pictures = pictures
        self.has_script = has_script
        self.faults: list[str] = []
        self.count = 0
        page.on("request", self._check_request)
        page.on("console", self._check_message)
        page.on("pageerror", lambda error: self._note(f"script: {error}"))

    def _note(self, fault: str) -> None:
        self.faults.append(f"{self.page.url}: {fault}")

    def _check_request(self, request) -> None:
        if not request.url.startswith(self.address):
            self._note(f"request to {request.url}")

    def _check_message(self, message) -> None:
        if message.type in ("error", "warning"):
            self._note(f"console: {message.text}")

    def open(self, path: str) -> None:
        self.page.goto(self.address + path)

    def press(self, name: str) -> None:
        """Press a button or follow a link by its visible name."""
        found = self.page.get_by_role("button", name=name).or_(
            self.page.get_by_role("link", name=name)
        )
        found.first.click()

    def look(self, name: str) -> None:
        """Check the page as it stands, and take its picture."""
        self.page.wait_for_load_state()  # the words may come before the style sheets
        width = self.page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
        if width > 0:
            self._note(f"{width} pixels wider than the window")
        if self.has_script:
            for found in Axe().run(self.page).response["violations"]:
                targets = [node["target"] for node in found["nodes"]][:3]
                self._note(f"axe: {found['id']} at {targets}")
        self.count += 1
        if self.pictures:
            picture = self.pictures / f"{self.count:02d}-{name}.png"
            self.page.screenshot(path=picture, full_page=True)

    def hold_interview(self) -> None:
        page = self.page
        self.open("/")
        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name="Skip to the content")).to_be_focused()
        self.look("list-empty")
        page.get_by_label("Job title").fill("Senior Backend Engineer")
        page.get_by_label("Company").fill("Velora Logistics")
        page.get_by_text("More choices").click()
        page.get_by_label("Questions").fill("2")
        self.press("Create")
        self.look("documents-missing")
        self._upload()
        self.look("documents")
        self.press("What the job asks for")
        expect(page.get_by_role("heading", name="What the job asks for")).to_be_visible()
        self.look("map")
        page.go_back()
        self.press("Begin the interview")
        expect(page.get_by_text("Question 1 of 2")).to_be_visible()
        self._answer()
        self.press("Get the feedback")
        expect(page.get_by_role("heading", name="Strengths")).to_be_visible()
        page.get_by_text("How the scores were computed").click()
        for line in page.locator(".sums p").all():
            assert line.evaluate(CONTINUED_AT) >= 0, line.inner_text()
        self.look("feedback")
        with page.expect_download() as download:
            page.get_by_role("link", name="PDF").click()
        assert download.value.suggested_filename.endswith(".pdf")
        self.open("/")
        self.look("list")

    def _upload(self) -> None:
        page = self.page
        page.set_input_files("#cv", EXAMPLES / "cv.pdf")
        if self.has_script:  # what was read is shown at once
            expect(page.get_by_text("cv.pdf")).to_be_visible()
        page.set_input_files("#job", EXAMPLES / "job.md")
        if not self.has_script:
            self.press("Upload what is chosen")
        expect(page.get_by_text("job.md")).to_be_visible()

    def _answer(self) -> None:
        page = self.page
        if self.has_script:
            self._type_before_the_script_runs(ANSWERS[0])
            expect(page.get_by_text("96 words")).to_be_visible()
            expect(page.get_by_text("draft kept")).to_be_visible()
            page.reload()
            expect(page.get_by_label("Your answer", exact=True)).to_have_value(ANSWERS[0])
            page.get_by_label("Your answer", exact=True).focus()
            self.look("question")
            page.keyboard.press("Control+Enter")
        else:
            page.get_by_label("Your answer", exact=True).fill(ANSWERS[0])
            self.look("question")
            self.press("Send the answer")
        expect(page.get_by_text("Question 2 of 2")).to_be_visible()
        page.get_by_label("Your answer", exact=True).fill(ANSWERS[1])
        self.look("second-question")
        self.press("Send the answer")
        expect(page.get_by_text("Rate yourself first")).to_be_visible()
        page.get_by_text("Rate yourself first").click()
        page.get_by_label("Relevance").select_option("4")
        self.look("rate-yourself")

    def _type_before_the_script_runs(self, answer: str) -> None:
        """Type as one does whose connection, or machine, is slow."""
        page = self.page
        held: list[Route] = []
        page.route("**/app.js*", lambda route: held.append(route))
        with page.expect_request("**/app.js*"):
            page.reload(wait_until="commit")
        page.get_by_label("Your answer", exact=True).fill(answer)
        for route in held:
            route.continue_()
        page.unroute("**/app.js*")

    def look_ahead(self) -> None:
        """Compare, plan, and note the real interview and one held elsewhere."""
        page = self.page
        self.open("/compare")
        expect(page.get_by_role("heading", name="What to practise next")).to_be_visible()
        expect(page.get_by_role("img", name="Scores rated by the offline coach")).to_be_visible()
        expect(page.get_by_role("rowheader", name="1", exact=True).first).to_be_visible()
        self.look("compare")
        self.press("Stories")
        expect(page.get_by_role("heading", name="Cases you told")).to_be_visible()
        self.look("stories")
        self.open("/")
        page.get_by_role("link", name="Report").first.click()
        self.press("Practice plan")
        page.get_by_label("Day of the interview").fill(str(date.today() + timedelta(days=9)))
        self.press("Plan the practice")
        expect(page.get_by_text("(due)")).to_be_visible()
        self.look("plan")
        self.press("Back to the interview")
        self.press("The real interview")
        page.get_by_label("Which questions were asked?").fill("Why us?\nWhat is an index?")
        page.get_by_label("How did it go?").fill("Two people, and a test.")
        page.get_by_label("How did it end?").select_option("offer")
        self.press("Note it")
        expect(page.get_by_text("Outcome: offer")).to_be_visible()
        self.look("debrief")
        self.open("/import")
        page.get_by_label("Or its text").fill("Interviewer: Why us?\nMe: It is near.")
        page.get_by_label("Job title").fill("Sous Chef")
        self.look("import")
        self.press("Read it")
        self.press("Get the feedback")
        expect(page.get_by_text("Held elsewhere")).to_be_visible()
        self.look("imported")
        self._compare_some()

    def _compare_some(self) -> None:
        """Choose the sessions for two lines of work, and look at them side by side."""
        page = self.page
        self.open("/compare")
        expect(page.get_by_text("stands apart")).to_be_visible()
        page.get_by_text("Only some sessions").click()
        self.look("compare-choice")
        for choice in page.get_by_role("checkbox").all():
            choice.check()
        self.press("Show these")
        expect(page.get_by_text("These sessions are for different jobs")).to_be_visible()
        self.look("compare-chosen")
        self.press("All sessions")
        expect(page.get_by_text("stands apart")).to_be_visible()

    def study(self) -> None:
        """Practise again on the same documents, in study mode."""
        page = self.page
        self.open("/")
        page.get_by_role("link", name="Report").last.click()  # not the imported one
        page.get_by_role("link", name="Practise again").first.click()
        self.press("Create")
        self.press("Begin with study")
        page.get_by_label("Your answer", exact=True).fill(ANSWERS[0])
        self.press("Send the answer")
        expect(page.get_by_text("Next time")).to_be_visible()
        self.look("study")
        self.press("Ask the next question")
        expect(page.get_by_text("Question 2 of")).to_be_visible()
        self.open(page.url.replace(self.address, "").partition("/interview")[0] + "/delete")
        self.look("delete")
        self.press("Delete")
        expect(page).to_have_url(f"{self.address}/")

    def build_post(self) -> None:
        page = self.page
        self.open("/job-posts")
        self.look("posts-empty")
        page.get_by_label("Company").fill("Papaya Trading")
        page.get_by_label("What is the job?").fill("We need a senior nurse in Leeds, full time")
        self.press("Begin")
        expect(page.get_by_role("heading", name="The conversation")).to_be_visible()
        self.look("post")
        page.get_by_label("Your words").fill("skills: triage. duties: run the ward, teach juniors")
        self.press("Send")
        expect(page.get_by_role("button", name="Yes, it is complete")).to_be_visible()
        self.look("post-review")
        self.press("Yes, it is complete")
        expect(page.get_by_role("heading", name="The post complete")).to_be_visible()
        self.open("/job-posts")
        self.look("posts")
        self.open("/docs")
        self.look("docs")
        self.page.goto(self.address + "/nothing")
        self.faults = [fault for fault in self.faults if "404" not in fault]
        self.look("missing")

    def watch_words(self, session: str) -> None:
        """See the words of a question while a model writes it, also after a reload."""
        page = self.page
        self.open(f"/session/{session}/interview")
        self.press("Begin the interview")
        words = page.locator("[data-text]")
        expect(words).to_contain_text("You wired a school last year.")
        self.look("words")
        page.reload()
        expect(words).to_contain_text("You wired a school last year.")
        sys.stdout.write("seen\n")
        sys.stdout.flush()
        expect(page.get_by_text("Question 1 of")).to_be_visible()
        expect(page.get_by_text("What was hard")).to_be_visible()


@contextmanager
def open_page(
    browser_path: str, width: int, *, is_dark: bool, has_script: bool = True
) -> Iterator[Page]:
    """Open a window of this width, in pixels, that asks for no motion."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=browser_path, args=["--no-sandbox"])
        context = browser.new_context(
            viewport={"width": width, "height": 800},
            color_scheme="dark" if is_dark else "light",
            java_script_enabled=has_script,
            reduced_motion="reduce",
        )
        page = context.new_page()
        limit_ms = 1000 * scaled(60)
        page.set_default_timeout(limit_ms)
        expect.set_options(timeout=limit_ms)
        if has_script:
            page.add_init_script(WATCH_POLICY)
        yield page
        browser.close()


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("address")
    parser.add_argument("--browser", required=True)
    parser.add_argument("--width", type=int, default=1200)
    parser.add_argument("--dark", action="store_true")
    parser.add_argument("--no-script", action="store_true")
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--words", metavar="SESSION", help="watch a question being written")
    arguments = parser.parse_args()
    if arguments.pictures:
        arguments.pictures.mkdir(parents=True, exist_ok=True)
    has_script = not arguments.no_script
    window = open_page(
        arguments.browser, arguments.width, is_dark=arguments.dark, has_script=has_script
    )
    with window as page:
        address = arguments.address.rstrip("/")
        walk = Walk(page, address, arguments.pictures, has_script=has_script)
        if arguments.words:
            walk.watch_words(arguments.words)
        else:
            walk.hold_interview()
            walk.look_ahead()
            walk.study()
            walk.build_post()
    sys.stdout.write("\n".join([*walk.faults, f"{walk.count} pages"]) + "\n")
    sys.exit(1 if walk.faults else 0)


if __name__ == "__main__":
    main()
