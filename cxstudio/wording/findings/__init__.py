"""Sentences that claim something: headlines, findings. Silent where there is no difference; never a cause."""
