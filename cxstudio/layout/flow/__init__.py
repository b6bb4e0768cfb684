"""The flow view: the journey as a graph, stages from left to right. No share and no way is worked out here."""

from cxstudio.layout.flow.flow_layout import FlowLayout, flow_in_steps
from cxstudio.layout.flow.flow_style import Card, FlowStyle, WayLine

__all__ = ["Card", "FlowLayout", "FlowStyle", "WayLine", "flow_in_steps"]
