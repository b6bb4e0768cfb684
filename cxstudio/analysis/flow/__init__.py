"""The journey as a graph: ways, shares, handovers, loops, drop-outs. Nothing about answers but what ways carry."""
