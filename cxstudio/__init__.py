"""CX Studio without a screen: records, figures, documents and files of customer journey work. Nothing of Qt."""

__version__ = "0.1.0"
