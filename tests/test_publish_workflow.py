"""What happens on main: the steps of publish.yml build the site, under the address that Pages gives it."""

import shutil
from pathlib import Path

from tests.samples import EVENT, site_of
from tests.workflow_steps import Runner, job, shell_steps


def test_the_steps_that_publish_build_the_site_for_its_address(tmp_path: Path, repository: Path) -> None:
    install, build = shell_steps(job(".github/workflows/publish.yml", "build"))
    # What it would install is there already; no test asks a package index.
    assert "--require-hashes --only-binary :all: --requirement requirements.lock" in install["run"]
    work = tmp_path / "work"
    work.mkdir()
    for name in ("dateline", "templates"):
        shutil.copytree(repository / name, work / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(repository / "build.py", work)
    site_of(work, {"events/2022/x.yaml": EVENT, "site.yaml": "title: $(touch owned)\nsearch: false\n"})
    for address in ("https://someone.github.io/$(touch%20owned)", "https://someone.github.io/bridges"):
        ran = Runner(work, {"steps.pages.outputs.base_url": address}).run(build)
        assert ran.code == 0, ran.printed

    page = (tmp_path / "runner-temp/site/events/x.html").read_text("utf-8")
    assert "https://someone.github.io/bridges/events/x.html" in page
    assert not list(tmp_path.rglob("owned"))
