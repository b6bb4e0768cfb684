import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QAbstractButton, QLabel
from cxstudio.model import *
from cxstudio.model import Test as Trial
from tests.ui.by_hand import *
from ui.workspaces.ideas.ideas_workspace import IdeasWorkspace
def names(inside): return sorted({said(b) for b in inside.findChildren(QAbstractButton) if b.isVisible()})
def foc():
    f=QApplication.focusWidget(); return type(f).__name__, f.accessibleName() if f else None

@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_x(sample_window):
    k=Desk(sample_window); c=k.context; d=lambda: c.document
    sample_window.resize(1700,900)
    k.go("Ideas"); ws=lambda: k.page(IdeasWorkspace)
    print(names(ws()), foc(), ws().views.id)
    press(ws(), "View: Questions"); p=ws().views.page
    print(names(p), foc())
    tp=p.critical()[0]; print(tp.name)
    press(p, "Question about "+tp.name); print(foc(), d().all(Question)[-1].text)
    keys(" More", Qt.Key.Key_Tab); print(foc(), d().all(Question)[-1].text)
    q=d().all(Question)[-1]
    card=p.cards[q.id]
    b=[b for b in card.findChildren(QAbstractButton) if b.text().startswith("To the wall")][0]; click(b); print(ws().views.id, foc())
    page=ws().views.page
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_N); print(foc())
    click(page.entry.line); print(foc())
    for t in ("One name","Notes travel","Live card"): keys(t, Qt.Key.Key_Return)
    print([i.text for i in d().having(Idea,"question",q.id)], foc())
    press(ws(),"View: Vote"); v=ws().views.page; print(names(v), foc())
    f=v.form
    for line,t in ((f.people,"2"),(f.points,"2"),(f.places,"1"),(f.least,"2")):
        click(line); line.selectAll(); keys(t)
    press(v,"Fix the rule and vote"); print(foc(), v.vote)
    ids=v.vote.ideas
    keys("AA", Qt.Key.Key_Return); keys("AB",Qt.Key.Key_Return); print(foc(), v.vote.cast)
    press(v,"Reveal"); print(foc(), names(v))
    won=ids[0]; idea=d().get(Idea,won)
    press(v,"Show the idea "+idea.text); print(k.view, ws().views.id, c.selection.id==won, names(k.inspector), foc())
    press(k.inspector,"Vote"); QApplication.processEvents(); print("vote?", ws().views.id, foc())
    press(v,"Show the idea "+idea.text); QApplication.processEvents(); print("wall?",ws().views.id)
    press(ws(),"View: Prototype and test"); t=ws().views.page; print(foc(), t.idea.text, names(t))
    press(t,"+ Prototype"); print(foc()); keys("Paper card"); QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab); print(foc())
    press(t,"+ Test"); print(foc()); keys("People need a name"); QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    print(d().having(Trial,"idea",won), d().having(Prototype,"idea",won))
    print(names(k.inspector))
    press(k.inspector,"+ Measure"); m=c.selection.record; print(k.view, m, foc(), names(k.inspector)[:60])
    links=[b for b in names(k.inspector) if ":" in b]; print(links)
    press(k.inspector,"Idea: "+idea.text); QApplication.processEvents(); print(k.view, ws().views.id, c.selection.id==won, [b for b in names(k.inspector) if ":" in b])
    press(k.inspector,"Measure: "+m.title); print(k.view, c.selection.id==m.id)
    press(k.inspector,"Question: "+d().get(Question,q.id).text[:200] if False else [n for n in names(k.inspector) if n.startswith("Question:")][0]); QApplication.processEvents(); print("question?", k.view, ws().views.id, c.selection.id==q.id, names(k.inspector))
    press(k.inspector,"Touchpoint: "+tp.name); print("tp", k.view, c.selection.id==tp.id, names(k.inspector))
    from tests.cxstudio.documents.report_pages import pages_of
    from cxstudio.documents.report import report_pdf
    import time; t0=time.time()
    text=" ".join(pages_of(report_pdf(d(),{}, "en"))); print(time.time()-t0, idea.text in text, q.text in text, "Paper card" in text, "People need a name" in text)
    at=text.find("How might we make"); print(text[at-600:at+900])
    print(k.strays)
