"""Answers to "Why?": what a figure means, from which numbers, after whom. Nothing is claimed about a journey."""
