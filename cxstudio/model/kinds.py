"""The words a field can choose from. Values are what the file holds; labels live in `wording.fields`."""

from enum import StrEnum


class Language(StrEnum):
    GERMAN = "de"
    ENGLISH = "en"


class Confidentiality(StrEnum):
    PUBLIC = "public"
    INTERNAL = "internal"
    CONFIDENTIAL = "confidential"


class Evidence(StrEnum):
    ASSUMPTION = "assumption"
    OBSERVATION = "observation"
    INTERVIEW = "interview"
    FIGURE = "figure"
    COMPLAINT = "complaint"
    PUBLIC_REVIEW = "public_review"
    SURVEY = "survey"


class ExpectationOrigin(StrEnum):
    """Where an expectation comes from."""

    PROMISE = "promise"
    COMPETITORS = "competitors"
    EARLIER_EXPERIENCE = "earlier_experience"
    VALUES = "values"
    STATE_OF_MIND = "state_of_mind"


class StakeholderKind(StrEnum):
    CUSTOMER = "customer"
    EMPLOYEE = "employee"
    MANAGEMENT = "management"
    PARTNER = "partner"
    AUTHORITY = "authority"
    OTHER = "other"


class JourneyKind(StrEnum):
    AS_IS = "as_is"
    TO_BE = "to_be"


class ChannelPlace(StrEnum):
    ONLINE = "online"
    OFFLINE = "offline"


class ContactKind(StrEnum):
    PERSON = "person"
    SELF_SERVICE = "self_service"
    AUTOMATED = "automated"
    WRITTEN = "written"


class ExperienceKind(StrEnum):
    EMOTIONAL = "emotional"
    COGNITIVE = "cognitive"
    BEHAVIOURAL = "behavioural"
    SENSORY = "sensory"
    BRAND = "brand"


class RequirementKind(StrEnum):
    BASIC = "basic"
    PERFORMANCE = "performance"
    DELIGHT = "delight"


class CustomerKnowledge(StrEnum):
    """What is known about the customer at a touchpoint."""

    NOTHING = "nothing"
    MASTER_DATA = "master_data"
    THIS_CASE = "this_case"
    WHOLE_HISTORY = "whole_history"


class StaffFreedom(StrEnum):
    NONE = "none"
    SOME = "some"
    FULL = "full"


class ShortlistMark(StrEnum):
    SKIP = "skip"
    CHECK = "check"
    BURNING = "burning"


class CriticalMark(StrEnum):
    BY_RULE = "by_rule"
    YES = "yes"
    NO = "no"


class TransitionKind(StrEnum):
    NORMAL = "normal"
    ALTERNATIVE = "alternative"
    RETURN = "return"
    DROP_OUT = "drop_out"


class Travels(StrEnum):
    """What travels along at a handover."""

    ALL = "all"
    PART = "part"
    NOTHING = "nothing"


class BackstageKind(StrEnum):
    FRONT = "front"
    BACK = "back"
    SYSTEM = "system"
    SUPPORT = "support"


class NoteKind(StrEnum):
    UNSORTED = "unsorted"
    PARKING_LOT = "parking_lot"
    QUOTE = "quote"
    THOUGHT = "thought"
    NEED = "need"
    HURDLE = "hurdle"
    OPPORTUNITY = "opportunity"
    THINKS_FEELS = "thinks_feels"
    SEES = "sees"
    HEARS = "hears"
    SAYS_DOES = "says_does"
    PAIN = "pain"
    GAIN = "gain"
    LANE = "lane"


class RoundKind(StrEnum):
    DISCUSSION = "discussion"
    SURVEY = "survey"
    INTERVIEW = "interview"
    GROUP = "group"
    TARGET = "target"


class View(StrEnum):
    """Who answers: the customers themselves, employees in their place, or experts."""

    CUSTOMERS = "customers"
    EMPLOYEES = "employees"
    EXPERTS = "experts"


class RoundState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class FigureKind(StrEnum):
    NPS = "nps"
    CSAT = "csat"
    CES = "ces"
    WANT = "want"
    RETURN = "return"
    RECOMMEND = "recommend"


class QuestionKind(StrEnum):
    POINT_OF_VIEW = "point_of_view"
    HOW_MIGHT_WE = "how_might_we"


class NoteColour(StrEnum):
    """Colour of a note on the idea wall."""

    YELLOW = "yellow"
    BLUE = "blue"
    GREEN = "green"
    RED = "red"


class VoteKind(StrEnum):
    """How a group votes on ideas."""

    POINTS = "points"
    RATING = "rating"
    """Each idea: yes, yes with changes, no."""


class Tie(StrEnum):
    """What is done with a tie at the border; fixed before counting."""

    ALL_IN = "all_in"
    RUN_OFF = "run_off"
    DECIDED = "decided"
    """Somebody named beforehand decides."""


class MeasureStatus(StrEnum):
    IDEA = "idea"
    PROPOSED = "proposed"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"


class MeasureKind(StrEnum):
    CHANGE = "change"
    TRAINING = "training"
    INFORMATION = "information"
    TEST = "test"


class CostState(StrEnum):
    PLANNED = "planned"
    SPENT = "spent"


class CostItemKind(StrEnum):
    """What an item of cost is made of; the last three are what loyalty is worth."""

    HANDLING = "handling"
    LOST_MARGIN = "lost_margin"
    REPURCHASE = "repurchase"
    CROSS_SELLING = "cross_selling"
    PRICE_TOLERANCE = "price_tolerance"


class CountedAs(StrEnum):
    """How often something happens, for a number of cases."""

    PER_CENT = "per_cent"
    TIMES = "times"


class TargetFigure(StrEnum):
    EXPECTATION = "expectation"
    EXPERIENCE = "experience"
    DELTA = "delta"
    EMOTION = "emotion"
    OWN = "own"


class DecisionResult(StrEnum):
    APPROVED = "approved"
    WITH_CONDITION = "with_condition"
    POSTPONED = "postponed"
    REFUSED = "refused"


class TestResult(StrEnum):
    OPEN = "open"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    UNCLEAR = "unclear"


class ReportPreset(StrEnum):
    DECISION = "decision"
    MANAGEMENT = "management"
    DOCUMENTATION = "documentation"
    CONTROL = "control"
    """What was promised, done, changed and corrected."""


class BlockKind(StrEnum):
    WORK = "work"
    BREAK = "break"


class ThinkingPhase(StrEnum):
    """The six phases of Design Thinking."""

    UNDERSTAND = "understand"
    OBSERVE = "observe"
    DEFINE = "define"
    IDEATE = "ideate"
    PROTOTYPE = "prototype"
    TEST = "test"


class PaperSize(StrEnum):
    A4 = "a4"
    A3 = "a3"
    LETTER = "letter"


class Anonymised(StrEnum):
    """What a report leaves out of what would tell who is meant."""

    CLIENT = "client"
    """The client's name and logo."""
    SOURCES = "sources"
    """Where quotes and notes come from."""
    OWNERS = "owners"
    """Roles responsible for journey and measures, and who decides."""
