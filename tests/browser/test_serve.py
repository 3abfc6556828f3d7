"""A page that is served reloads when its source changes, under the policy that pages are published with."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

from scripts.install_browser import chromium
from tests.serving import Running, serving


@pytest.fixture(scope="module")
def near_browser() -> Iterator[Browser]:
    """A Chromium that can reach this machine, which the one for published sites cannot."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(
            executable_path=chromium(), args=["--no-sandbox", "--disable-gpu"]
        )
        yield opened
        opened.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The source of a site of one page."""
    (tmp_path / "source").mkdir()
    (tmp_path / "source/index.txt").write_text("first")
    return tmp_path


@pytest.fixture
def server(folder: Path) -> Iterator[Running]:
    with serving(folder, "/repo/") as running:
        yield running


def is_wrong(said: ConsoleMessage) -> bool:
    """Whether the console complains, of anything but the icon that a browser asks for by itself."""
    return said.type in {"error", "warning"} and not said.location["url"].endswith("/favicon.ico")


@pytest.fixture
def page(near_browser: Browser, server: Running) -> Iterator[Page]:
    """The page, once it listens; what the console calls an error fails the test, and so does a violation."""
    context = near_browser.new_context()
    wrong: list[str] = []
    opened = context.new_page()
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda said: wrong.append(said.text) if is_wrong(said) else None)
    opened.goto(f"http://127.0.0.1:{server.port}/repo/")
    expect(opened.locator("html[data-reload=ready]")).to_be_attached()
    yield opened
    context.close()
    assert not wrong


def test_a_change_reloads_the_page(page: Page, folder: Path) -> None:
    for text in ("second", "third"):
        (folder / "source/index.txt").write_text(text)
        expect(page.locator("main")).to_have_text(text, timeout=20_000)
        expect(page.locator("html[data-reload=ready]")).to_be_attached()


def test_an_error_is_shown_over_the_last_good_page_until_it_is_mended(page: Page, folder: Path) -> None:
    box = page.get_by_role("complementary", name="Problems")
    (folder / "source/index.txt").write_text("broken <img src=x onerror=alert(1)>")
    expect(box).to_contain_text("source/index.txt:1:1", timeout=20_000)
    expect(box).to_contain_text("broken <img src=x onerror=alert(1)>")
    expect(box).to_have_css("position", "sticky")
    expect(page.locator("main")).to_have_text("first")
    expect(page.locator("html[data-reload=ready]")).to_be_attached()
    (folder / "source/index.txt").write_text("mended")

    expect(page.locator("main")).to_have_text("mended", timeout=20_000)
    expect(box).not_to_be_attached()


def test_the_page_of_problems_reloads_too(page: Page, server: Running, folder: Path) -> None:
    page.goto(f"http://127.0.0.1:{server.port}/__problems__")
    expect(page.locator("html[data-reload=ready]")).to_be_attached()
    (folder / "source/index.txt").write_text("broken")

    expect(page.locator("main")).to_contain_text("1 error", timeout=20_000)
