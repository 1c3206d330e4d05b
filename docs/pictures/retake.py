"""Takes the README's picture anew: the real bot, its real page, a real browser.

Start it with `.venv/bin/python docs/pictures/retake.py`; it needs the extra [browser] and a Chromium.
"""

# ruff: noqa: INP001 - a script beside its picture, no package
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
PICTURE = Path(__file__).with_name("playground.png")
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


def main() -> None:
    """Start the playground, play scenes, take the picture."""
    with tempfile.TemporaryDirectory() as data:
        line = [sys.executable, "-m", "bot", "run", "--port", "0", "--data", data]
        kept = {name: value for name, value in os.environ.items() if not name.startswith("TOWNKEEPER_")}
        environment = {**kept, "BOT_NO_BOOTSTRAP": "1"}
        bot = subprocess.Popen(line, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True)  # noqa: S603
        try:
            assert bot.stdout is not None
            first = bot.stdout.readline()
            found = re.search(r"http://\S+", first)
            assert found, first
            with sync_playwright() as playwright:
                browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
                page = browser.new_page(viewport={"width": 1280, "height": 740}, color_scheme="light")
                page.goto(found[0])
                _play(page)
                page.screenshot(path=PICTURE)
                browser.close()
        finally:
            bot.send_signal(signal.SIGINT)
            bot.wait(10)


def _play(page: Page) -> None:
    page.get_by_role("button", name="Greeting").click()
    page.locator("section.discord").get_by_role("button", name="I agree").last.wait_for()
    page.locator("section.telegram").get_by_role("button", name="I agree").last.wait_for()
    page.get_by_role("button", name="Spam link").click()
    page.locator("#story > li", has_text=re.compile("invites found")).first.wait_for()
    page.locator("section.telegram .post.gone").last.wait_for()
    page.wait_for_timeout(1500)  # for what follows: notices, cards, and the page's own scrolling


if __name__ == "__main__":
    main()
