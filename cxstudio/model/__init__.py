"""What a workshop is made of; resources/help shows the same records as they stand in a file. Nothing is computed."""

from cxstudio.model.base import GROUP_VOICE, FrozenMap, Id, Ordered, Record, new_id
from cxstudio.model.document import Document, MissingRecord
from cxstudio.model.ideation.ideas import Cluster, Idea, Prototype, Question, Test, VoteRound, VoteRule, Votes
from cxstudio.model.journey import BackstageStep, Journey, LaneSetting, Note, Picture, Stage, Touchpoint, Transition
from cxstudio.model.measure_history import MeasureChange
from cxstudio.model.measures import CheckIn, Decision, Measure, MeasuredValue, Target
from cxstudio.model.money import CostItem, MeasureSaving
from cxstudio.model.people import (
    CustomerChange,
    ExpectationSource,
    Persona,
    PersonaTrait,
    Promise,
    Stakeholder,
    StakeholderRelation,
)
from cxstudio.model.project import (
    Channel,
    Department,
    Headline,
    Participant,
    Project,
    Readiness,
    ReportSettings,
)
from cxstudio.model.rating import Benchmark, JourneyFigures, Round, SurveyCounts, TouchpointRatings
from cxstudio.model.registry import BY_NAME, PROJECT_ID, RECORD_TYPES
from cxstudio.model.workshops import AgendaBlock, BreakoutGroup, Workshop

__all__ = [
    "BY_NAME",
    "GROUP_VOICE",
    "PROJECT_ID",
    "RECORD_TYPES",
    "AgendaBlock",
    "BackstageStep",
    "Benchmark",
    "BreakoutGroup",
    "Channel",
    "CheckIn",
    "Cluster",
    "CostItem",
    "CustomerChange",
    "Decision",
    "Department",
    "Document",
    "ExpectationSource",
    "FrozenMap",
    "Headline",
    "Id",
    "Idea",
    "Journey",
    "JourneyFigures",
    "LaneSetting",
    "Measure",
    "MeasureChange",
    "MeasureSaving",
    "MeasuredValue",
    "MissingRecord",
    "Note",
    "Ordered",
    "Participant",
    "Persona",
    "PersonaTrait",
    "Picture",
    "Project",
    "Promise",
    "Prototype",
    "Question",
    "Readiness",
    "Record",
    "ReportSettings",
    "Round",
    "Stage",
    "Stakeholder",
    "StakeholderRelation",
    "SurveyCounts",
    "Target",
    "Test",
    "Touchpoint",
    "TouchpointRatings",
    "Transition",
    "VoteRound",
    "VoteRule",
    "Votes",
    "Workshop",
    "new_id",
]
