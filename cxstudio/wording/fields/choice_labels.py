"""What the choices of fields are called: enum → value → message id."""

from __future__ import annotations

from typing import Final

from cxstudio.wording.texts import N_

CHOICES: Final[dict[str, dict[str, str]]] = {
    "Language": {"de": N_("German"), "en": N_("English")},
    "Confidentiality": {"public": N_("public"), "internal": N_("internal"), "confidential": N_("confidential")},
    "Evidence": {
        "assumption": N_("assumption"), "observation": N_("observation"), "interview": N_("interview"),
        "figure": N_("figure"), "complaint": N_("complaint"), "public_review": N_("public review"),
        "survey": N_("survey"),
    },
    "ExpectationOrigin": {
        "promise": N_("Our promise"), "competitors": N_("Competitors"), "earlier_experience": N_("Earlier experience"),
        "values": N_("Values"), "state_of_mind": N_("State of mind"),
    },
    "StakeholderKind": {
        "customer": N_("customer"), "employee": N_("employee"), "management": N_("management"),
        "partner": N_("partner"), "authority": N_("authority"), "other": N_("other"),
    },
    "JourneyKind": {"as_is": N_("As-is journey"), "to_be": N_("To-be journey")},
    "LaneKind": {
        "touchpoints": N_("Touchpoints"), "expectation_experience": N_("Expectation and experience"),
        "emotion": N_("Emotion"), "importance": N_("Importance"), "channels": N_("Channels"),
        "quotes": N_("Customer quotes"), "thoughts_needs": N_("Thoughts and needs"),
        "hurdles_opportunities": N_("Hurdles − opportunities +"), "volume": N_("Cases and times"), "staff": N_("Staff"),
        "promise": N_("Promises"),
        "pictures": N_("Photos"), "departments": N_("Departments"), "backstage": N_("Internal steps"),
        "measures": N_("Measures"), "own": N_("Own lane"),
    },
    "ChannelPlace": {"online": N_("online"), "offline": N_("offline")},
    "ContactKind": {
        "person": N_("in person"), "self_service": N_("self-service"), "automated": N_("automated"),
        "written": N_("written"),
    },
    "ExperienceKind": {
        "emotional": N_("emotional"), "cognitive": N_("cognitive"), "behavioural": N_("behavioural"),
        "sensory": N_("sensory"), "brand": N_("brand"),
    },
    "RequirementKind": {"basic": N_("Basic"), "performance": N_("Performance"), "delight": N_("Delight")},
    "CustomerKnowledge": {
        "nothing": N_("nothing known"), "master_data": N_("master data"), "this_case": N_("this case"),
        "whole_history": N_("whole history"),
    },
    "StaffFreedom": {"none": N_("no freedom"), "some": N_("some freedom"), "full": N_("full freedom")},
    "ShortlistMark": {"skip": N_("minor"), "check": N_("check"), "burning": N_("urgent")},
    "CriticalMark": {"by_rule": N_("By rule"), "yes": N_("Yes"), "no": N_("No")},
    "TransitionKind": {
        "normal": N_("usual path"), "alternative": N_("alternative"), "return": N_("return"),
        "drop_out": N_("drop-out"),
    },
    "Travels": {"all": N_("everything"), "part": N_("part of it"), "nothing": N_("nothing")},
    "BackstageKind": {
        "front": N_("visible"), "back": N_("in the background"), "system": N_("system"),
        "support": N_("support"),
    },
    "NoteKind": {
        "unsorted": N_("unsorted"), "parking_lot": N_("parking lot"), "quote": N_("customer quote"),
        "thought": N_("thought"), "need": N_("need"), "hurdle": N_("hurdle"), "opportunity": N_("opportunity"),
        "thinks_feels": N_("thinks and feels"), "sees": N_("sees"), "hears": N_("hears"),
        "says_does": N_("says and does"), "pain": N_("pain"), "gain": N_("gain"), "lane": N_("own lane"),
    },
    "RoundKind": {
        "discussion": N_("discussion"), "survey": N_("survey"), "interview": N_("interview"),
        "group": N_("group value"), "target": N_("target curve"),
    },
    "View": {"customers": N_("customers’ view"), "employees": N_("employees’ view"), "experts": N_("experts’ view")},
    "RoundState": {"open": N_("open"), "closed": N_("closed")},
    "FigureKind": {
        "nps": N_("recommendation (NPS)"), "csat": N_("satisfaction (CSAT)"),
        "ces": N_("customer effort (CES)"), "want": N_("would want it"), "return": N_("would come back"),
        "recommend": N_("would tell others"),
    },
    "QuestionKind": {"point_of_view": N_("point of view"), "how_might_we": N_("how-might-we question")},
    "BlockKind": {"work": N_("Work"), "break": N_("Break")},
    "ThinkingPhase": {
        "understand": N_("Understand"), "observe": N_("Observe"), "define": N_("Define"), "ideate": N_("Ideate"),
        "prototype": N_("Prototype"), "test": N_("Test"),
    },
    "NoteColour": {"yellow": N_("yellow"), "blue": N_("blue"), "green": N_("green"), "red": N_("red")},
    "VoteKind": {"points": N_("points"), "rating": N_("rating of each idea")},
    "Tie": {"all_in": N_("all of them are chosen"), "run_off": N_("run-off"),
            "decided": N_("somebody decides")},
    "MeasureStatus": {
        "idea": N_("idea"), "proposed": N_("for approval"), "planned": N_("planned"), "running": N_("running"),
        "done": N_("done"), "dropped": N_("dropped"),
    },
    "MeasureKind": {
        "change": N_("change of process"), "training": N_("training"), "information": N_("information"),
        "test": N_("trial"),
    },
    "CostState": {"planned": N_("planned"), "spent": N_("spent")},
    "CostItemKind": {
        "handling": N_("handling"), "lost_margin": N_("lost margin"), "repurchase": N_("coming back"),
        "cross_selling": N_("buying more"), "price_tolerance": N_("accepting the price"),
    },
    "CountedAs": {"per_cent": N_("% of cases"), "times": N_("times per case")},
    "TargetFigure": {
        "expectation": N_("expectation"), "experience": N_("experience"), "delta": N_("delta"),
        "emotion": N_("emotion"), "own": N_("own figure"),
    },
    "DecisionResult": {
        "approved": N_("approved"), "with_condition": N_("approved with a condition"), "postponed": N_("postponed"),
        "refused": N_("rejected"),
    },
    "TestResult": {
        "open": N_("not yet tested"), "confirmed": N_("confirmed"), "refuted": N_("refuted"), "unclear": N_("unclear"),
    },
    "ReportPreset": {
        "decision": N_("Decision paper"), "management": N_("Management report"), "documentation": N_("Documentation"),
        "control": N_("Follow-up report"),
    },
    "PaperSize": {"a4": N_("A4"), "a3": N_("A3"), "letter": N_("Letter")},
    "Anonymised": {
        "client": N_("Client and logo"), "sources": N_("Sources of quotes"), "owners": N_("Roles responsible"),
    },
}  # fmt: skip
