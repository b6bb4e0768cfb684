"""As-is and to-be journey side by side, laid out for screen and paper alike. What differs is not found here."""

from cxstudio.layout.comparison.comparison_layout import ComparisonLayout, comparison_in_steps
from cxstudio.layout.comparison.comparison_style import ComparisonStyle

__all__ = ["ComparisonLayout", "ComparisonStyle", "comparison_in_steps"]
