"""The page about failing disks says what is tried."""

import sys

import pytest

from cxstudio.resources import resource_path
from tests.cxstudio.session.faults.fault_page import DONE, PAGE, page
from tests.cxstudio.session.faults.scenarios import SCENARIOS


@pytest.mark.skipif(sys.platform != "linux", reason="other systems need other calls")
def test_the_page_is_up_to_date() -> None:
    written = resource_path(*PAGE).read_text(encoding="utf-8")
    assert written == page(), "run: python -m tests.cxstudio.session.faults.fault_page"


def test_every_scenario_is_described() -> None:
    assert list(DONE) == list(SCENARIOS)


def test_the_page_about_files_from_strangers_leads_there() -> None:
    assert f"({PAGE[-1]})" in resource_path("help", "security.md").read_text(encoding="utf-8")
