"""One function per thing a person does. Each takes a Draft first and raises MissingRecord for ids that are not there.

Edits know the rules of the field, not who calls them: window, command line and imports use the same ones.
"""

from cxstudio.edits.common import add_records, duplicate_record, move_record, remove_records, set_fields
from cxstudio.edits.control import add_corrective_measure, add_decision, make_reality, meet_condition
from cxstudio.edits.field_edits import write_field
from cxstudio.edits.flow import draw_way
from cxstudio.edits.journey import (
    LAST,
    add_journey,
    add_stage,
    add_touchpoint,
    add_touchpoints,
    begin_journey,
    duplicate_touchpoint,
    in_map_order,
    mark_critical,
    mark_stardust,
    move_stage,
    move_touchpoints,
)
from cxstudio.edits.lanes import (
    add_in_lane,
    add_own_lane,
    fix_lane_height,
    move_lane,
    remove_own_lane,
    set_lane,
    show_lanes,
)
from cxstudio.edits.many import duplicate_touchpoints, set_on_all, shift_stages, shift_touchpoints
from cxstudio.edits.measured_values import add_measured_value, enter_measured_values
from cxstudio.edits.measures import (
    add_measure,
    add_target,
    change_target,
    check_in,
    depend_on,
    estimate,
    order_in_status,
    reschedule,
    set_status,
    shift_measures,
)
from cxstudio.edits.notes import add_note, add_picture, add_step, note_to_idea, sort_note
from cxstudio.edits.people import add_persona, add_source, add_told_persona, find_or_add_channel, find_or_add_department
from cxstudio.edits.project import change_project, report_settings, start_project
from cxstudio.edits.rating import (
    add_participant,
    clear_rating,
    group_round,
    rate,
    say_word,
    start_round,
)
from cxstudio.edits.rounds import (
    answers_of,
    forget_person,
    has_answers,
    next_round,
    rescale_round,
    set_round_state,
)
from cxstudio.edits.shortlist import mark_shortlist
from cxstudio.edits.to_be import derive_journey, show_over, target_round

__all__ = [
    "LAST",
    "add_corrective_measure",
    "add_decision",
    "add_in_lane",
    "add_journey",
    "add_measure",
    "add_measured_value",
    "add_note",
    "add_own_lane",
    "add_participant",
    "add_persona",
    "add_picture",
    "add_records",
    "add_source",
    "add_stage",
    "add_step",
    "add_target",
    "add_told_persona",
    "add_touchpoint",
    "add_touchpoints",
    "answers_of",
    "begin_journey",
    "change_project",
    "change_target",
    "check_in",
    "clear_rating",
    "depend_on",
    "derive_journey",
    "draw_way",
    "duplicate_record",
    "duplicate_touchpoint",
    "duplicate_touchpoints",
    "enter_measured_values",
    "estimate",
    "find_or_add_channel",
    "find_or_add_department",
    "fix_lane_height",
    "forget_person",
    "group_round",
    "has_answers",
    "in_map_order",
    "make_reality",
    "mark_critical",
    "mark_shortlist",
    "mark_stardust",
    "meet_condition",
    "move_lane",
    "move_record",
    "move_stage",
    "move_touchpoints",
    "next_round",
    "note_to_idea",
    "order_in_status",
    "rate",
    "remove_own_lane",
    "remove_records",
    "report_settings",
    "rescale_round",
    "reschedule",
    "say_word",
    "set_fields",
    "set_lane",
    "set_on_all",
    "set_round_state",
    "set_status",
    "shift_measures",
    "shift_stages",
    "shift_touchpoints",
    "show_lanes",
    "show_over",
    "sort_note",
    "start_project",
    "start_round",
    "target_round",
    "write_field",
]
