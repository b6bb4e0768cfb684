"""`cxstudio verify`: through the files a manager and a consultant have."""

from cxstudio.catalogue.samples import sample
from cxstudio.cli.main import main
from cxstudio.files.saving import save


def test_a_report_is_verified_with_its_project_alone_and_refused(tmp_path, capsys):
    project, report, other = tmp_path / "move.cxs", tmp_path / "report.pdf", tmp_path / "sheet.pdf"
    made = sample("lindenfurt", "en")
    save(project, made.document, made.assets)
    assert main(["report", str(project), "-o", str(report), "--counts"]) == 0
    assert main(["verify", str(report), str(project), "--lang", "en"]) == 0
    assert "All agree." in (told := capsys.readouterr().out) and "has not changed" in told
    assert main(["verify", str(report), "--lang", "en"]) == 0
    assert "could not be checked without the project" in capsys.readouterr().out
    assert main(["sheet", str(project), "-o", str(other)]) == 0
    assert main(["verify", str(other), str(project), "--lang", "en"]) == 1
    (said,) = capsys.readouterr().err.splitlines()
    assert "not a report of CX Studio" in said
