"""The playground in a real browser, before the real bot: what somebody sees who tries it for the first time."""

import asyncio
import os
import re
import shutil
import signal
import sys
from pathlib import Path

import pytest
import pytest_asyncio

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
PATIENCE = 30_000
"""Milliseconds that an expectation waits."""

pytestmark = [pytest.mark.browser, pytest.mark.long, pytest.mark.asyncio(loop_scope="module")]


def _cannot(why):
    """Skip with a sentence on a developer's machine; in CI a test that does not run is a failure."""
    if os.environ.get("CI"):
        pytest.fail(why)
    pytest.skip(why)


@pytest_asyncio.fixture(loop_scope="module")
async def address(tmp_path):
    """The real bot in a process of its own, on its example config; gives the address of its page."""
    config = tmp_path / "config" / "community.yaml"
    config.parent.mkdir()
    shutil.copy(ROOT / "config" / "community.yaml", config)
    command = [
        sys.executable,
        "-m",
        "bot",
        "run",
        "--port",
        "0",
        "--config",
        str(config),
        "--data",
        str(tmp_path / "data"),
    ]
    clean = {k: v for k, v in os.environ.items() if not k.startswith("TOWNKEEPER_")}
    log = (tmp_path / "bot.log").open("wb")
    bot = await asyncio.create_subprocess_exec(
        *command, cwd=ROOT, env={**clean, "BOT_NO_BOOTSTRAP": "1"}, stdout=asyncio.subprocess.PIPE, stderr=log
    )
    try:
        async with asyncio.timeout(60):
            first = (await bot.stdout.readline()).decode()
        found = re.search(r"http://127\.0\.0\.1:\d+/", first)
        assert found, f"{first!r}\n{(tmp_path / 'bot.log').read_text()}"
        yield found[0]
        bot.send_signal(signal.SIGINT)
        async with asyncio.timeout(30):
            assert await bot.wait() == 0
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()
        bot._transport.close()
        log.close()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser():
    try:
        from playwright.async_api import async_playwright
    except ImportError:
        _cannot("The browser test needs Playwright: python -m pip install 'townkeeper[browser]'")
    if CHROMIUM is None:
        _cannot("The browser test needs a Chromium: sudo apt install chromium")
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield browser
        await browser.close()


@pytest_asyncio.fixture(loop_scope="module")
async def page(browser, address):
    """An open page, on which nothing may go wrong."""
    wrong = []
    page = await browser.new_page(viewport={"width": 1440, "height": 900})
    page.set_default_timeout(PATIENCE)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "console", lambda said: wrong.append(said.text) if said.type == "error" and "409" not in said.text else None
    )
    page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith(address) else None)
    await page.goto(address)
    yield page
    await page.close()
    assert wrong == []


def window(page, side):
    return page.locator(f"section.{side}")


def gone(page, side, text):
    """A message that the bot took away."""
    return window(page, side).locator(".post.gone", has_text=text).last


def card(page, side, text):
    """What the bot put before the moderators."""
    return window(page, side).locator('.post.bot[data-chat="staff"]', has_text=text).last


def chapter(page, text):
    return page.locator("#story > li", has_text=text).first


async def sees(locator):
    await locator.wait_for(state="visible", timeout=PATIENCE)


async def opens_staff(page, side, complaint):
    """Look into #staff; a scene that ends just then turns the page to where it played, so look again if need be."""
    from playwright.async_api import TimeoutError as PlaywrightTimeout

    for _ in range(10):
        await window(page, side).get_by_role("button", name="#staff").click()
        try:
            await complaint.wait_for(state="visible", timeout=PATIENCE / 10)
        except PlaywrightTimeout:
            continue
        return
    await sees(complaint)


async def test_somebody_tries_the_playground(page):
    await page.get_by_role("button", name="Greeting").click()
    for side in ("discord", "telegram"):
        agree = window(page, side).get_by_role("button", name="I agree")
        await sees(agree)
    await window(page, "discord").get_by_role("button", name="I agree").click()
    await sees(chapter(page, "agreed to the guidelines"))

    await page.get_by_role("button", name="Bad word in Polish").click()
    for side in ("discord", "telegram"):
        await sees(gone(page, side, "Kurwa"))
    await sees(chapter(page, "swearing found “Kurwa”"))
    await sees(page.locator("#story .source", has_text="community.yaml line").first)
    await sees(page.locator("#story li", has_text=re.compile(r"case #\d+: warn (Ala|Tomek)")).first)
    await window(page, "discord").get_by_role("button", name="Private chat").click()
    await sees(window(page, "discord").locator(".post.bot:visible").first)

    await page.get_by_role("button", name="Complaint").click()
    await sees(chapter(page, "complaint #1"))
    for side in ("discord", "telegram"):
        complaint = card(page, side, "Nobody asked for your lamp")
        await opens_staff(page, side, complaint)
        assert await complaint.locator(".key").count() >= 2
    writer = window(page, "discord").get_by_label("Write as")
    assert "moderator" in await writer.locator("option:checked").inner_text()


@pytest.mark.long
async def test_a_line_of_ones_own_is_answered_and_markup_in_it_stays_text(page):
    evil = "<img src=x onerror=alert(1)> https://discord.gg/prizes"
    side = window(page, "discord")
    await side.get_by_label("Message on Discord").fill(evil)
    await side.get_by_role("button", name="Send").click()
    await sees(gone(page, "discord", "<img src=x"))
    assert await page.locator(".post img").count() == 0
    await side.get_by_label("Message on Discord").fill("/help")
    await side.get_by_role("button", name="Send").click()
    await sees(side.locator(".post.only", has_text="/report"))


@pytest.mark.long
async def test_editing_a_rule_changes_the_next_message(page, tmp_path):
    async def says(text):
        await window(page, "discord").get_by_label("Message on Discord").fill(text)
        await window(page, "discord").get_by_role("button", name="Send").click()

    await says("the casino opens at nine")
    await sees(chapter(page, "the casino opens at nine").get_by_text("let it pass"))
    config = tmp_path / "config" / "community.yaml"
    good = config.read_text(encoding="utf-8")
    config.write_text(good.replace("words: [en, pl] ", "words: [en, pl, casino] "), encoding="utf-8")
    await sees(chapter(page, "The config file changed"))
    await says("the casino opens at ten")
    await sees(gone(page, "discord", "the casino opens at ten"))
    config.write_text(good + "\nnonsense: true\n", encoding="utf-8")
    await sees(chapter(page, "the last good rules stay in force"))


@pytest.mark.long
async def test_the_page_fits_a_phone(browser, address):
    for scheme in ("light", "dark"):
        page = await browser.new_page(viewport={"width": 390, "height": 844}, color_scheme=scheme)
        await page.goto(address)
        await page.get_by_role("button", name="Greeting").click()
        await sees(window(page, "discord").get_by_role("button", name="I agree").last)
        for name, column in (("Telegram", "telegram"), ("What it did", "story"), ("Discord", "discord")):
            await page.get_by_role("group", name="What to look at").get_by_role("button", name=name).click()
            await sees(page.locator(f"section.{column}"))
            assert await page.evaluate("document.documentElement.scrollWidth") <= 390
        await page.close()


@pytest.mark.long
async def test_a_page_says_when_the_bot_has_stopped(browser, address):
    page = await browser.new_page()
    await page.route("**/changes*", lambda route: route.abort())
    await page.goto(address)
    await sees(page.get_by_role("status").get_by_text("The bot has stopped"))
    await page.unroute("**/changes*")
    await page.reload()
    await sees(page.get_by_role("status").get_by_text("Play a scene"))
    await page.close()
