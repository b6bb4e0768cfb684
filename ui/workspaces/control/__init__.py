"""The workspace Control: two rounds beside targets, measured values over time, decisions. It computes nothing."""
