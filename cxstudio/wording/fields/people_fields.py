"""Fields of personas and stakeholders."""

from __future__ import annotations

from typing import Final

from cxstudio.model import ExpectationSource, Persona, PersonaTrait, Promise, Stakeholder, StakeholderRelation
from cxstudio.wording.fields.field_declaration import Days, Editor, Field, RecordWords, record
from cxstudio.wording.texts import N_

RECORDS: Final[dict[str, RecordWords]] = dict((
    record(Persona, N_("Persona"), N_("Personas"),
        Field("name", Editor.LINE, N_("Name")),
        Field("age", Editor.INTEGER, N_("Age"), unit=N_("years")),
        Field("occupation", Editor.LINE, N_("Occupation")),
        Field("facts", Editor.TEXT, N_("Facts"), N_("Life, home, how they get in touch.")),
        Field("quote", Editor.TEXT, N_("In their own words"), N_("A sentence this person would say.")),
        Field("goals", Editor.LINES, N_("Goals"), N_("What they want to achieve. One per line.")),
        Field("frustrations", Editor.LINES, N_("Frustrations"), N_("What annoys them. One per line.")),
        Field("needs", Editor.LINES, N_("Needs"), N_("What has to be right for them. One per line.")),
        Field("jobs", Editor.LINES, N_("Jobs to be done"), N_("What they want to get done. One per line.")),
        Field("channels", Editor.REFERENCES, N_("Channels"), N_("How they prefer to get in touch.")),
        Field("best_experience", Editor.TEXT, N_("Best experience so far"),
              N_("Anywhere, not only with us. It sets the standard.")),
        Field("worst_experience", Editor.TEXT, N_("Worst experience so far"),
              N_("What they fear to go through again.")),
        Field("evidence", Editor.CHOICE, N_("Evidence"), N_("How we know.")),
        Field("source", Editor.LINE, N_("Source"), N_("For example “6 interviews, March”.")),
        Field("situation", Editor.LINE, N_("Situation"), N_("Stands in the middle of the empathy map.")),
        Field("face_x", Editor.SHARE, N_("Face: place across"), N_("Middle of the part of the picture that is shown.")),
        Field("face_y", Editor.SHARE, N_("Face: place down"), N_("Middle of the part of the picture that is shown.")),
        Field("face_zoom", Editor.NUMBER, N_("Face: zoom"), N_("1 shows the largest square of the picture."))),
    record(ExpectationSource, N_("Source of expectation"), N_("Sources of expectation"),
        Field("persona", Editor.REFERENCE, N_("Persona")),
        Field("origin", Editor.CHOICE, N_("Comes from")),
        Field("text", Editor.LINE, N_("What exactly")),
        Field("weight", Editor.WEIGHT, N_("Weight"), N_("How strongly it shapes the expectation, 0 to 10.")),
        Field("evidence", Editor.CHOICE, N_("Evidence"))),
    record(PersonaTrait, N_("Trait"), N_("Traits"),
        Field("persona", Editor.REFERENCE, N_("Persona")),
        Field("low", Editor.LINE, N_("One end")),
        Field("high", Editor.LINE, N_("Other end")),
        Field("value", Editor.WEIGHT, N_("Where they stand"), N_("0 is the one end, 10 the other.")),
        Field("evidence", Editor.CHOICE, N_("Evidence"))),
    record(Promise, N_("Promise"), N_("Promises"),
        Field("text", Editor.TEXT, N_("Promise"), N_("Word for word, as customers read or hear it.")),
        Field("source", Editor.LINE, N_("Source"), N_("For example “brochure, page 3” or “on the phone”.")),
        Field("said_on", Editor.DATE, N_("As of"), days=Days.PAST),
        Field("touchpoints", Editor.REFERENCES, N_("Touchpoints"), N_("Where it is kept or broken."))),
    record(Stakeholder, N_("Stakeholder"), N_("Stakeholders"),
        Field("name", Editor.LINE, N_("Name")),
        Field("kind", Editor.CHOICE, N_("Kind")),
        Field("closeness", Editor.INTEGER, N_("Closeness"), N_("1 is closest to the customer, 3 farthest.")),
        Field("angle", Editor.NUMBER, N_("Place in the ring"), unit=N_("degrees")),
        Field("note", Editor.TEXT, N_("Note"), N_("What they want, and what they can do."))),
    record(StakeholderRelation, N_("Relation"), N_("Relations"),
        Field("source", Editor.REFERENCE, N_("From")),
        Field("target", Editor.REFERENCE, N_("To")),
        Field("flows", Editor.LINE, N_("What is exchanged"))),
))  # fmt: skip
