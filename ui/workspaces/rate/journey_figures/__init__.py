"""The tab of figures of the whole journey and of benchmarks. Nothing about single touchpoints."""
